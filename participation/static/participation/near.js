/* The place nearest to somebody. The position is read and compared here, and leaves the browser in no request. */
(() => {
  "use strict";

  if (!navigator.geolocation || !window.isSecureContext) return;

  const EARTH_KM = 6371;
  const FAR_KM = 30;
  const radians = (degrees) => (degrees * Math.PI) / 180;

  /* As cms.maps.positions.distance_km. */
  const distance = (one, other) => {
    const half =
      Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 +
      Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
    return 2 * EARTH_KM * Math.asin(Math.sqrt(half));
  };

  const nearest = (list, here) => {
    const places = [...list.querySelectorAll("[data-latitude]")].map((item) => {
      const there = { latitude: Number(item.dataset.latitude), longitude: Number(item.dataset.longitude) };
      return { link: item.querySelector("a"), km: distance(here, there) };
    });
    return places.sort((one, other) => one.km - other.km)[0];
  };

  const tell = (list, answer, here) => {
    const { link, km } = nearest(list, here);
    const { far, nearest: words } = answer.dataset;
    answer.replaceChildren(`${km > FAR_KM ? far : words} `, link.cloneNode(true), ` (${Math.max(1, Math.round(km))} km)`);
  };

  document.querySelectorAll("[data-near]:not([data-near-ready])").forEach((list) => {
    if (!list.querySelector("[data-latitude]")) return;
    const answer = list.querySelector("[data-near-answer]");
    list.dataset.nearReady = "";
    list.querySelector("[data-near-form]").hidden = false;
    list.querySelector("[data-near-ask]").addEventListener("click", () => {
      answer.textContent = answer.dataset.asking;
      navigator.geolocation.getCurrentPosition(
        (position) => tell(list, answer, position.coords),
        () => {
          answer.textContent = answer.dataset.refused;
        },
        { maximumAge: 600000, timeout: 15000 },
      );
    });
  });
})();
