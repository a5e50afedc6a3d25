// Notes when a page is loaded, its map has been drawn and a frame has been shown.
const wait = () => {
  const drawn = document.querySelector(".leaflet-container path");
  if (document.readyState !== "complete" || !drawn) return setTimeout(wait, 1);
  return requestAnimationFrame(() => {
    window.readyAt = performance.now();
  });
};
wait();
