"""Examples of the picture of a place."""

from cms.components.picture.landscape import landscape

EXAMPLES = {
    "drawn for a place": {"landscape": landscape("anderslov", "kultur")},
    "drawn for another": {"landscape": landscape("smygehamn", "trafik")},
    "a picture": {
        "picture": {
            "src": "/static/cms/no-picture.svg",
            "srcset": "/static/cms/no-picture.svg 480w",
            "width": 480,
            "height": 360,
            "description": "A street with a school at its end.",
        },
        "sizes": "20rem",
        "described": True,
    },
}
