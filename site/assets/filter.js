// Leaves of a list what somebody looks for. Where scripts do not run, the page has the whole list and no field.
//
// `.filter` holds the field; its `data-items` selects what is found, `data-groups` what holds that and goes with it.
// What stands in an item is searched, and the names in `data-words` of it and of what is around it. Every word typed
// must be there. Letters of Kazakh are found by their Russian neighbours too: not every keyboard has them.
'use strict';

(() => {
  const NEIGHBOURS = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' };
  const fold = (text) => text.toLowerCase().normalize('NFC')
    .replace(/[әғқңөұүһіё]/g, (letter) => NEIGHBOURS[letter])
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

  function namesAround(item) {
    const names = [];
    for (let at = item; at; at = at.parentElement) if (at.dataset.words) names.push(at.dataset.words);
    return names.join(' ');
  }

  function set(box) {
    const field = box.querySelector('input');
    const status = box.querySelector('[role=status]');
    const items = [...document.querySelectorAll(box.dataset.items)]
      .map((element) => ({ element, text: ` ${fold(`${element.textContent} ${namesAround(element)}`)}` }));
    const groups = [...document.querySelectorAll(box.dataset.groups)];
    let saying;

    function look() {
      const words = fold(field.value).split(' ').filter(Boolean);
      let found = 0;
      for (const { element, text } of items) {
        element.hidden = !words.every((word) => text.includes(` ${word}`));
        if (!element.hidden) found += 1;
      }
      const kept = new Set();
      for (const { element } of items) {
        if (!element.hidden) for (let at = element; at; at = at.parentElement) kept.add(at);
      }
      for (const group of groups) group.hidden = words.length > 0 && !kept.has(group);
      const said = found > 0
        ? status.dataset.found.replace('{found}', found).replace('{all}', items.length)
        : status.dataset.none;
      // Who listens hears how many are left once the typing rests.
      clearTimeout(saying);
      saying = setTimeout(() => { status.textContent = words.length > 0 ? said : ''; }, 300);
    }

    field.addEventListener('input', look);
    box.hidden = false;
    // A browser may give back what was typed before.
    if (field.value) look();
  }

  document.querySelectorAll('.filter').forEach(set);
})();
