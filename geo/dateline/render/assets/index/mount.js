mountIndex(
  L.map("map", {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
  }),
  document.getElementById("collection"),
);
