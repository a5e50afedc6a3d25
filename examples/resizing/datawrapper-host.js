// What a site has that shows charts by Datawrapper: frames say how high they are.
addEventListener("message", ({ data, source }) => {
  const heights = data["datawrapper-height"];
  if (!heights) return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow !== source) continue;
    for (const height of Object.values(heights)) frame.style.height = `${Number(height)}px`;
  }
});
