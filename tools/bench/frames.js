// Collects the times of all frames in some seconds.
(seconds) => {
  window.frameTimes = new Promise((done) => {
    const times = [];
    const end = performance.now() + seconds * 1000;
    const tick = (now) => {
      times.push(now);
      if (now < end) requestAnimationFrame(tick);
      else done(times);
    };
    requestAnimationFrame(tick);
  });
  return null;
};
