// Renews the page when the site has changed: what the reader looks at stays where it is, and what he opened stays open.
(() => {
  "use strict";
  let version = document.currentScript.dataset.version;

  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

  // The first element with an id that is in sight, and how far from the top.
  const anchor = () => {
    for (const element of document.querySelectorAll("main [id]")) {
      const top = element.getBoundingClientRect().top;
      if (top >= 0 && top < innerHeight) return { id: element.id, top };
    }
    return null;
  };

  const openings = () => [...document.querySelectorAll("details")].map((details) => details.open);

  const renew = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const place = anchor();
    const [left, top] = [scrollX, scrollY];
    const open = openings();
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.body.replaceWith(page.body);
    const folded = document.querySelectorAll("details");
    if (folded.length === open.length) folded.forEach((details, index) => { details.open = open[index]; });
    const kept = place && document.getElementById(place.id);
    scrollTo({ left, top, behavior: "instant" });
    if (kept) {
      scrollBy({ top: kept.getBoundingClientRect().top - place.top, behavior: "instant" });
    }
    await restyle();
    document.documentElement.dataset.version = version;
  };

  // Styles that changed take the place of the former ones only when they are there, so that nothing flashes.
  const restyle = async () => {
    for (const link of document.querySelectorAll('link[rel="stylesheet"]:not([href^="/.qadam/"])')) {
      const address = new URL(link.href);
      const text = await (await fetch(address.pathname, { cache: "no-store" })).text();
      const former = link.dataset.text;
      link.dataset.text = text;
      if (former === undefined || former === text) continue;
      const fresh = link.cloneNode();
      address.search = version;
      fresh.href = address.href;
      fresh.dataset.text = text;
      fresh.addEventListener("load", () => link.remove(), { once: true });
      link.after(fresh);
    }
  };

  const wait = async () => {
    await restyle().catch(() => undefined);
    for (;;) {
      try {
        const answer = await fetch(`/.qadam/wait/${version}`, { cache: "no-store" });
        if (answer.status === 200) {
          version = await answer.text();
          await renew();
        } else if (answer.status !== 204) {
          await pause(500);
        }
      } catch {
        // The server is gone; it may come back.
        await pause(500);
      }
    }
  };
  wait();
})();
