"""Every example dialogue, in the order in which they are loaded."""

from participation.demo.dialogues import (
    bicycle_parking,
    coast_paths,
    harbour_plan,
    library,
    mapping,
    meeting_place,
    park,
    playground,
    school_ways,
    seaside_lights,
    village_art,
)
from participation.demo.schema import Example

EXAMPLES: tuple[Example, ...] = (
    school_ways.EXAMPLE,
    harbour_plan.EXAMPLE,
    library.EXAMPLE,
    meeting_place.EXAMPLE,
    coast_paths.EXAMPLE,
    playground.EXAMPLE,
    park.EXAMPLE,
    seaside_lights.EXAMPLE,
    bicycle_parking.EXAMPLE,
    village_art.EXAMPLE,
    mapping.EXAMPLE,
)

SECTION_INTRODUCTIONS = {
    "samhallsbyggnadsforvaltningen": "<p>Planer, byggande och miljö.</p>",
    "tekniska-serviceforvaltningen": "<p>Gator, parker, vatten och kommunens lokaler.</p>",
    "kultur-och-fritidsforvaltningen": "<p>Bibliotek, kultur, idrott och mötesplatser.</p>",
    "kommunledningsforvaltningen": "<p>Frågor som rör hela kommunen.</p>",
}

SECTION_INTRODUCTIONS_EN = {
    "Planer, byggande och miljö.": "Plans, building and the environment.",
    "Gator, parker, vatten och kommunens lokaler.": "Streets, parks, water and the municipality's premises.",
    "Bibliotek, kultur, idrott och mötesplatser.": "Libraries, culture, sports and meeting places.",
    "Frågor som rör hela kommunen.": "Questions that concern the whole municipality.",
}
