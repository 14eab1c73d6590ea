"use strict";
// Adds lighting and keys; the page is complete without it.
for (const report of document.querySelectorAll(".report")) {
  const cards = [...report.querySelectorAll(".card")];
  const cardByNumber = new Map(cards.map((card) => [card.dataset.n, card]));
  const words = new Map(cards.map((card) => [card.dataset.n, []]));
  for (const segment of report.querySelectorAll("[data-a]")) {
    for (const mark of segment.dataset.a.split(" ")) {
      words.get(mark.slice(0, -1)).push([segment, `as-${mark.slice(-1)}`]);
    }
  }
  let lit = null;

  function clear() {
    if (lit === null) return;
    for (const [segment, role] of words.get(lit)) segment.classList.remove("lit", role);
    cardByNumber.get(lit).classList.remove("lit");
    report.classList.remove("choosing");
    lit = null;
  }

  function light(number) {
    if (number === lit) return;
    clear();
    lit = number;
    report.classList.add("choosing");
    cardByNumber.get(number).classList.add("lit");
    for (const [segment, role] of words.get(number)) segment.classList.add("lit", role);
  }

  function findNumber(target) {
    const card = target.closest(".card");
    if (card) return card.dataset.n;
    const segment = target.closest("[data-a]");
    if (!segment) return null;
    return segment.dataset.n ?? segment.dataset.a.split(" ", 1)[0].slice(0, -1);
  }

  function findFocused() {
    const focused = document.activeElement;
    return report.contains(focused) ? findNumber(focused) : null;
  }

  function follow(number) {
    if (number === null) clear();
    else light(number);
  }

  report.addEventListener("pointerover", (event) => follow(findNumber(event.target) ?? findFocused()));
  report.addEventListener("pointerleave", () => follow(findFocused()));
  report.addEventListener("focusout", clear);
  report.addEventListener("focusin", (event) => {
    const number = findNumber(event.target);
    if (number === null) return;
    light(number);
    const inText = event.target.closest(".text") !== null;
    const other = inText ? cardByNumber.get(number) : words.get(number)[0]?.[0];
    other?.scrollIntoView({ block: "nearest" });
  });
}

// A tip beside the right edge opens to the left, so that the page never grows wider.
for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const tipped = event.target.closest("[data-tip]");
    if (!tipped) return;
    const place = tipped.getBoundingClientRect();
    tipped.classList.toggle("leftwards", place.left + place.right > window.innerWidth);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    document.activeElement.blur();
    return;
  }
  const inCards = document.activeElement.closest(".cards") !== null;
  const step = { j: 1, k: -1, ArrowDown: inCards ? 1 : 0, ArrowUp: inCards ? -1 : 0 }[event.key];
  if (!step) return;
  const links = [...document.querySelectorAll(".card .go")];
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
  if (next < 0 || next >= links.length) return;
  event.preventDefault();
  links[next].focus();
});
