// Returns what stands on the page, with boxes in CSS px from the page's top
// left corner. The page's own scripts are off while this runs.
(() => {
  const box = r => ({ x: r.left + scrollX, y: r.top + scrollY, w: r.width, h: r.height });
  const attributes = e => [...e.attributes].map(a => [a.localName.toLowerCase(), a.value]);
  // What is folded away counts as the reader sees it who unfolds it.
  for (const d of document.querySelectorAll('details')) d.open = true;
  const inPicture = e => e.namespaceURI === 'http://www.w3.org/2000/svg';

  // Text for screen readers only is clipped to a pixel.
  const clipped = e => {
    for (; e && e !== document.body; e = e.parentElement) {
      const r = e.getBoundingClientRect();
      if (!inPicture(e) && r.width <= 1 && r.height <= 1 && getComputedStyle(e).overflow === 'hidden') return true;
    }
    return false;
  };
  // Text that is reached by scrolling a part of the page sideways.
  const scrolled = (e, r) => {
    for (; e && e !== document.body; e = e.parentElement) {
      if (inPicture(e) || e.scrollWidth <= e.clientWidth || !/auto|scroll/.test(getComputedStyle(e).overflowX)) continue;
      const frame = e.getBoundingClientRect();
      if (r.right > frame.right || r.left < frame.left) return true;
    }
    return false;
  };
  // Links to skip to the text wait beyond the left edge for the keyboard.
  const waiting = r => r.right < 0 || r.bottom + scrollY < 0;
  const shown = e => e.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true }) && !clipped(e);

  // The share of the text's colour that is not let through.
  const opacity = (e, own) => {
    let a = own;
    for (; e; e = e.parentElement) a *= +getComputedStyle(e).opacity;
    return a;
  };
  const colour = e => {
    const style = getComputedStyle(e);
    const drawn = inPicture(e);
    const n = ((drawn ? style.fill : style.color).match(/^rgba?\(([^)]*)\)$/) || ['', ''])[1].split(/[\s,/]+/).map(Number);
    if (n.length < 3) return null;
    return [n[0], n[1], n[2], opacity(e, (n.length > 3 ? n[3] : 1) * (drawn ? +style.fillOpacity : 1))];
  };
  const size = e => {
    const px = parseFloat(getComputedStyle(e).fontSize);
    const m = inPicture(e) && e.getScreenCTM();
    return m ? px * Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)) : px;
  };

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const e = node.parentElement;
    if (!node.data.trim() || e.closest('script,style,title,desc,metadata,template') || !shown(e)) continue;
    const event = e.closest('[data-event]');
    const range = document.createRange();
    const boxes = [];
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      boxes.push(...[...range.getClientRects()].filter(r => r.width > 0.5 && !waiting(r) && !scrolled(e, r)).map(box));
    }
    texts.push({
      text: node.data,
      boxes,
      size: size(e),
      colour: colour(e),
      event: event ? event.dataset.event : '',
      drawn: inPicture(e),
    });
  }

  const pictures = [...document.querySelectorAll('svg')].filter(s => !s.parentElement.closest('svg') && shown(s)).map(s => {
    const r = box(s.getBoundingClientRect());
    const scale = s.viewBox.baseVal && s.viewBox.baseVal.width ? r.w / s.viewBox.baseVal.width : 1;
    const slack = 0.75 * scale;
    const out = [...s.querySelectorAll('*')].filter(e => e.getBBox && !e.querySelector('*') && !e.closest('defs,clipPath,mask,marker,symbol,pattern'))
      .filter(e => {
        const b = box(e.getBoundingClientRect());
        return (b.w || b.h) && (b.x < r.x - slack || b.y < r.y - slack || b.x + b.w > r.x + r.w + slack || b.y + b.h > r.y + r.h + slack);
      }).map(e => e.outerHTML.slice(0, 120));
    return {
      box: r, scale, out,
      lang: s.getAttribute('lang') || '',
      events: [...s.querySelectorAll('[data-event]')].map(e => e.dataset.event),
      hidden: [...s.querySelectorAll('[aria-hidden="true"] text')].map(e => e.textContent.trim()),
      gaps: [...s.querySelectorAll('[data-gap]')].map(e => e.dataset.gap),
      relations: [...s.querySelectorAll('[data-from]')].map(e => ({ from: e.dataset.from, to: e.dataset.to, type: e.dataset.type, strength: e.dataset.strength })),
    };
  });

  // Whatever runs, or fetches something from elsewhere.
  const outside = v => !/^\s*(#|data:|$)/i.test(v);
  const active = [];
  const paints = ['style', 'fill', 'stroke', 'filter', 'mask', 'clip-path', 'cursor', 'marker-start', 'marker-mid', 'marker-end'];
  const styles = text => /@import/i.test(text) || [...text.matchAll(/url\(\s*['"]?([^'")]*)/gi)].some(m => outside(m[1]));
  for (const e of document.documentElement.querySelectorAll('*')) {
    const tag = e.localName.toLowerCase();
    if (e.closest('svg') && ['script', 'foreignobject', 'animate', 'set', 'iframe', 'object', 'embed'].includes(tag)) active.push('<' + tag + '>');
    if (tag === 'script' && e.hasAttribute('src')) active.push('<script src>');
    if (tag === 'style' && styles(e.textContent)) active.push('style sheet with a reference');
    if (tag === 'link' && /stylesheet|preload|icon|prefetch|preconnect/i.test(e.rel) && outside(e.getAttribute('href') || '')) active.push('<link ' + e.rel + '>');
    for (const [name, value] of attributes(e)) {
      if (/^on/.test(name)) active.push(tag + ' ' + name);
      if (/^\s*(javascript|vbscript):/i.test(value) && ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name)) active.push(tag + ' ' + name + ' runs a script');
      if (tag !== 'a' && tag !== 'link' && ['href', 'src', 'srcset', 'poster'].includes(name) && outside(value)) active.push(tag + ' ' + name + '=' + value);
      if (paints.includes(name) && styles(value)) active.push(tag + ' ' + name + '=' + value);
    }
  }

  return {
    width: document.documentElement.scrollWidth,
    height: document.documentElement.scrollHeight,
    viewport: document.documentElement.clientWidth,
    texts, pictures, active,
    ids: [...document.querySelectorAll('[id]')].map(e => e.id),
    links: [...document.querySelectorAll('a')].map(e => e.getAttribute('href') || e.getAttribute('xlink:href') || ''),
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  };
})()
