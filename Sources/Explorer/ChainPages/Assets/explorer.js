'use strict';
// What a page can do beyond its links and forms: it turns to another view without loading it anew,
// finds while one types, pans and zooms, follows the flow, sorts and filters. The same script serves
// the explorer, whose addresses are paths, and the report, whose addresses stand behind a hash.
(() => {
  const root = document.documentElement;
  const isReport = root.hasAttribute('data-report');
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // ---- Dark and light: the choice is kept where the browser keeps anything.

  const memory = {
    get theme() { try { return localStorage.getItem('liantu-theme'); } catch { return null; } },
    set theme(value) { try { localStorage.setItem('liantu-theme', value); } catch { /* not kept */ } },
  };
  root.classList.add('js');
  if (memory.theme === 'dark' || memory.theme === 'light') root.dataset.theme = memory.theme;
  const turnTheme = () => {
    const isDark = root.dataset.theme
      ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    memory.theme = root.dataset.theme = isDark ? 'light' : 'dark';
  };

  // ---- Addresses

  const read = (text) => {
    const mark = text.indexOf('?');
    const query = new URLSearchParams(mark < 0 ? '' : text.slice(mark + 1));
    return { path: mark < 0 ? text : text.slice(0, mark), query };
  };
  const print = ({ path, query }) => {
    const words = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return path + (words.length ? `?${words.join('&')}` : '');
  };
  const here = () => {
    if (!isReport) return location.pathname + location.search;
    const hash = location.hash.slice(1) || '/';
    return /^n\d+$/.test(hash) ? nodeList()[hash.slice(1)]?.href ?? '/' : hash;
  };
  // A server leaves general knowledge out of what it computes; a report can but hide it.
  const switchNames = isReport ? ['kind', 'stage', 'verdict', 'basis'] : ['kind', 'stage', 'verdict'];
  // Options that need no value: asked for by their names alone.
  const flags = ['inherited', 'all-flows', 'with-returns', 'explain'];
  // Pages of one key hold the same picture and lists, whatever is chosen and switched on them.
  const keyOf = (text) => {
    const { path, query } = read(text);
    const words = [...query].filter(([name, value]) =>
      name !== 'node' && !switchNames.includes(name)
      && (value !== '' || flags.includes(name)));
    return decodeURIComponent(path) + '?' + words.map((word) => word.join('=')).sort().join('&');
  };
  const changed = (change) => {
    const address = read(here());
    change(address.query);
    return print(address);
  };
  const choosing = (id) => changed((query) => (id == null ? query.delete('node') : query.set('node', id)));

  // ---- Turning pages

  let news, shownKey, turning = 0;
  const tell = (text) => { news.textContent = text; };
  const go = (address) => {
    if (address === here()) return show();
    if (isReport) location.hash = address;
    else { history.pushState(null, '', address); show(); }
  };
  const pages = new Map(), panels = new Map();
  const basis = () => read(here()).query.get('basis') || '';

  const fetchPage = async (address) => {
    const answer = await fetch(address, { headers: { Accept: 'text/html' } });
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  };
  const adopt = (name, part) => {
    const element = document.getElementById(name);
    element.replaceChildren(...part.childNodes);
    return element;
  };

  const turn = async (address, key) => {
    const turnNumber = ++turning;
    if (isReport) {
      const page = pages.get(key) || pages.get('/?') ;
      adopt('view', page.content.cloneNode(true));
      document.title = page.dataset.title;
    } else {
      root.classList.add('waiting');
      try {
        const page = await fetchPage(address);
        if (turnNumber !== turning) return false;
        adopt('view', one('#view', page));
        document.title = page.title;
      } catch {
        tell(news.dataset.failed);
        return false;
      } finally {
        if (turnNumber === turning) root.classList.remove('waiting');
      }
    }
    prepare();
    scrollTo(0, 0);
    return true;
  };
  const show = async () => {
    const address = here(), key = keyOf(address);
    if (key !== shownKey) {
      if (!await turn(address, key)) return;
      shownKey = key;
      one('#main').focus({ preventScroll: true });
      tell(one('#main h1')?.textContent ?? '');
    }
    applySwitches();
    await choose();
  };

  // ---- The chosen node

  // Nodes of a report go by numbers in its links, by identities in its addresses.
  let nodes;
  const nodeList = () => {
    nodes ??= JSON.parse(one('#names').textContent).map(([id, name, kind, aliases, initials, href], place) => ({
      id, name, kind, href, mark: `n${place}`, plain: [name, ...aliases].map(plain), initials: initials.map(lettersOf),
    }));
    return nodes;
  };
  let marks;
  const markOf = (id) => {
    if (!isReport || id == null) return id;
    marks ??= new Map(nodeList().map((node) => [node.id, node.mark]));
    return marks.get(id);
  };
  const marked = (mark) => all('#view g.node[data-node], #view tr[data-node]').filter((part) => part.dataset.node === mark);
  const choose = async () => {
    const id = read(here()).query.get('node') ?? chosenByPath(), shown = id ?? homeByPath();
    for (const part of all('#view .chosen')) part.classList.remove('chosen');
    for (const ring of all('#view .ring')) ring.remove();
    for (const item of all('#tree [aria-current]')) item.removeAttribute('aria-current');
    if (shown != null) {
      const mark = markOf(shown);
      for (const part of id == null ? [] : marked(mark)) {
        part.classList.add('chosen');
        if (part.matches('g')) drawing?.ring(part);
      }
      let first;
      for (const item of all('#tree [data-item]')) {
        if (item.dataset.item !== mark) continue;
        item.setAttribute('aria-current', 'true');
        first ??= item;
      }
      for (let box = first?.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
      if (first && innerWidth > 992) first.scrollIntoView({ block: 'nearest' });
    }
    await fillPanel(id);
  };
  const namedBy = (place) => {
    const { path } = read(here());
    return path.startsWith(place) ? decodeURIComponent(path.slice(place.length)) : null;
  };
  const chosenByPath = () => namedBy('/node/');
  // Who is at home stands on the page itself, and needs no panel.
  const homeByPath = () => namedBy('/home/');
  const fillPanel = async (id) => {
    const panel = document.getElementById('panel');
    if (id == null) { panel.hidden = true; return panel.replaceChildren(); }
    const mark = `${basis()} ${id}`;
    if (panel.dataset.of !== mark || !panel.firstElementChild) {
      if (isReport) {
        const page = panels.get(markOf(id));
        panel.replaceChildren(...(page ? page.content.cloneNode(true).childNodes : []));
      } else {
        const address = read(`/panel/${encodeURIComponent(id)}`);
        for (const name of ['basis', 'lang']) {
          const value = read(here()).query.get(name);
          if (value) address.query.set(name, value);
        }
        try {
          const page = await fetchPage(print(address));
          const now = read(here()).query.get('node') ?? chosenByPath();
          if (now !== id) return;
          adopt('panel', one('#panel', page));
        } catch { return tell(news.dataset.failed); }
      }
      panel.dataset.of = mark;
      panel.scrollTop = 0;
      tell(one('h2', panel)?.textContent ?? '');
    }
    panel.hidden = !panel.firstElementChild;
  };

  // ---- Links

  const followed = (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[href]');
    if (!link) return;
    const href = link.getAttribute('href');
    if (link.matches('.skip')) { event.preventDefault(); return one('#main').focus(); }
    if (link.hasAttribute('download')) {
      if (isReport) { event.preventDefault(); download(link); }
      return;
    }
    if (link.matches('.language')) {
      event.preventDefault();
      return location.assign(changed((query) => query.set('lang', link.lang.slice(0, 2))));
    }
    const number = isReport && /^#n(\d+)$/.exec(href)?.[1];
    if (!number && !href.startsWith(isReport ? '#/' : '/')) return;
    event.preventDefault();
    document.body.classList.remove('drawer');
    if (link.matches('.close')) return go(choosing(null));
    if (number) {
      const node = nodeList()[number];
      return go(isToStay(link, node.mark) ? choosing(node.id) : node.href);
    }
    const id = link.dataset.node ?? link.dataset.item ?? link.closest('g.node')?.dataset.node;
    go(id != null && isToStay(link, id) ? choosing(id) : href.slice(isReport ? 1 : 0));
  };

  // A node that is to be seen here is chosen here; a cluster or a party of the tree opens its view.
  const isToStay = (link, mark) => !link.matches('.opens') && marked(mark).length > 0;

  // ---- Switches

  const applySwitches = () => {
    const { query } = read(here());
    const wanted = switchNames.map((name) => new Set(query.getAll(name)));
    const isOff = (tokens) => wanted.some((set, place) =>
      set.size && tokens[place] !== '-' && !set.has(tokens[place]));
    for (const part of all('#view [data-is]:not(.edge)')) part.classList.toggle('off', isOff(part.dataset.is.split(' ')));
    drawing?.dimLinks(isOff);
    for (const list of all('#view .list')) sieve(list);
    const form = one('.switches');
    if (!form) return;
    for (const box of all('input[type="checkbox"]', form)) box.checked = query.getAll(box.name).includes(box.value);
    one('.reset', form).hidden = wanted.every((set) => !set.size);
    if (isReport) return;
    for (const link of all('#view .list a[data-form]')) {
      const address = read(link.getAttribute('href'));
      for (const name of switchNames) {
        address.query.delete(name);
        for (const value of query.getAll(name)) address.query.append(name, value);
      }
      link.setAttribute('href', print(address));
    }
  };
  const switched = (form) => go(changed((query) => {
    for (const name of [...switchNames, 'basis']) query.delete(name);
    for (const box of all('input[type="checkbox"]:checked', form)) query.append(box.name, box.value);
  }));

  // ---- Lists

  const collator = new Intl.Collator(root.lang, { numeric: true });
  const plain = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const sieve = (list) => {
    const text = plain(one('.sieve', list)?.value ?? '');
    const rows = all('tbody tr', list);
    for (const row of rows) row.hidden = row.classList.contains('off') || !plain(row.textContent).includes(text);
    const shown = rows.filter((row) => !row.hidden).length;
    const count = one('.rowcount', list);
    if (count && rows.length) {
      count.textContent = (shown === rows.length ? news.dataset.rows : news.dataset.some)
        .replace('##', rows.length).replace('#', shown);
    }
  };
  const makeSortable = (list) => {
    const rows = all('tbody tr', list);
    const labels = all('thead th', list).map((head) => head.textContent);
    rows.forEach((row, place) => {
      row.dataset.place = place;
      [...row.cells].forEach((cell, column) => { cell.dataset.label = labels[column]; });
    });
    all('thead th', list).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'sort';
      button.title = news.dataset.sort;
      button.setAttribute('aria-label', `${head.textContent} ${news.dataset.sort}`);
      head.append(button);
      button.addEventListener('click', () => {
        const order = { ascending: 'descending', descending: 'none' }[head.getAttribute('aria-sort')] ?? 'ascending';
        for (const other of all('thead th', list)) other.removeAttribute('aria-sort');
        if (order !== 'none') head.setAttribute('aria-sort', order);
        const way = order === 'descending' ? -1 : 1;
        const text = (row) => row.cells[column].textContent.trim();
        const sorted = [...rows].sort((a, b) => {
          const inPlace = a.dataset.place - b.dataset.place;
          if (order === 'none') return inPlace;
          // What is empty stands last either way.
          if (!text(a) !== !text(b)) return text(a) ? -1 : 1;
          return way * collator.compare(text(a), text(b)) || inPlace;
        });
        one('tbody', list).append(...sorted);
      });
    });
  };

  // ---- The picture

  let drawing = null;
  const makeDrawing = (canvas) => {
    const svg = one('svg.drawing', canvas);
    svg.setAttribute('tabindex', '-1');
    const [x, y, width, height] = svg.getAttribute('viewBox').split(/[\s,]+/).map(Number);
    let box = { x, y, width, height };
    const scale = () => canvas.clientWidth / box.width;
    const draw = () => {
      svg.setAttribute('viewBox', [box.x, box.y, box.width, box.height].map((v) => v.toFixed(2)).join(' '));
      canvas.classList.toggle('zoomed', box.width < width * 0.98);
    };
    const measure = () => {
      if (document.fullscreenElement?.contains(canvas)) { canvas.style.height = ''; return; }
      const natural = canvas.clientWidth * height / width;
      canvas.style.height = `${Math.max(Math.min(natural, innerHeight * 0.8), Math.min(innerHeight * 0.5, 360))}px`;
    };
    const fit = () => {
      // What is not laid out, as while a sheet is being printed, has no shape to fit.
      if (!canvas.clientWidth) return;
      const ratio = canvas.clientWidth / Math.max(canvas.clientHeight, 1);
      const wide = Math.max(width, height * ratio);
      box = { width: wide, height: wide / ratio, x: x - (wide - width) / 2, y: y - (wide / ratio - height) / 2 };
      draw();
    };
    const zoom = (factor, at = null) => {
      const share = at ?? { x: 0.5, y: 0.5 };
      const wide = Math.min(Math.max(box.width / factor, width / 16), Math.max(width * 1.3, box.width));
      const high = wide * box.height / box.width;
      box = { x: box.x + (box.width - wide) * share.x, y: box.y + (box.height - high) * share.y, width: wide, height: high };
      draw();
    };
    const pan = (dx, dy) => {
      box.x -= dx / scale();
      box.y -= dy / scale();
      box.x = Math.min(Math.max(box.x, x - box.width * 0.8), x + width - box.width * 0.2);
      box.y = Math.min(Math.max(box.y, y - box.height * 0.8), y + height - box.height * 0.2);
      draw();
    };
    const share = (event) => {
      const frame = canvas.getBoundingClientRect();
      return { x: (event.clientX - frame.left) / frame.width, y: (event.clientY - frame.top) / frame.height };
    };

    // One pointer pans, two pinch; a short press stays a click.
    const pointers = new Map();
    let travelled = 0, hasMoved = false;
    canvas.addEventListener('pointerdown', (event) => {
      if (event.button) return;
      if (!pointers.size) { travelled = 0; hasMoved = false; }
      pointers.set(event.pointerId, event);
    });
    canvas.addEventListener('pointermove', (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const others = [...pointers.values()].filter((other) => other.pointerId !== event.pointerId);
      const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
      travelled += Math.abs(dx) + Math.abs(dy);
      if (travelled > 5 && !hasMoved) {
        hasMoved = true;
        canvas.setPointerCapture(event.pointerId);
        canvas.classList.add('moving');
      }
      if (others.length) {
        const distance = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
        zoom(distance(event, others[0]) / Math.max(distance(before, others[0]), 1), share(event));
      } else if (hasMoved && (event.pointerType === 'mouse' || canvas.classList.contains('zoomed'))) {
        pan(dx, dy);
      }
      pointers.set(event.pointerId, event);
    });
    const lift = (event) => {
      pointers.delete(event.pointerId);
      if (!pointers.size) canvas.classList.remove('moving');
    };
    canvas.addEventListener('pointerup', lift);
    canvas.addEventListener('pointercancel', lift);
    canvas.addEventListener('dragstart', (event) => event.preventDefault());
    canvas.addEventListener('click', (event) => {
      if (hasMoved) { event.preventDefault(); event.stopPropagation(); hasMoved = false; }
    }, true);
    canvas.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey && !canvas.contains(document.activeElement)) return;
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002)), share(event));
    }, { passive: false });
    canvas.addEventListener('keydown', (event) => {
      const step = 60;
      const actions = {
        ArrowLeft: () => pan(step, 0), ArrowRight: () => pan(-step, 0), ArrowUp: () => pan(0, step),
        ArrowDown: () => pan(0, -step), '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), 0: fit,
      };
      if (event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    });

    // Which way the flow runs, for the cards up and down from one.
    const cards = new Map(all('g.node[data-card]', svg).map((card) => [card.dataset.card, card]));
    const links = all('g.edge[data-from]', svg);
    const next = new Map(), previous = new Map();
    const add = (map, from, to) => map.set(from, [...(map.get(from) ?? []), to]);
    for (const link of links) {
      add(next, link.dataset.from, link.dataset.to);
      add(previous, link.dataset.to, link.dataset.from);
    }
    const closure = (map, start) => {
      const seen = new Set([start]);
      for (const card of seen) for (const other of map.get(card) ?? []) seen.add(other);
      return seen;
    };
    const trace = (card) => {
      const down = closure(next, card), up = closure(previous, card);
      for (const [name, part] of cards) part.classList.toggle('lit', down.has(name) || up.has(name));
      for (const link of links) {
        const { from, to } = link.dataset;
        link.classList.toggle('lit', (down.has(from) && down.has(to)) || (up.has(from) && up.has(to)));
      }
      svg.classList.add('tracing');
    };
    let wait = 0;
    const consider = (target) => {
      clearTimeout(wait);
      const card = target?.closest?.('g.node[data-card]')?.dataset.card;
      if (card == null || pointers.size) wait = setTimeout(() => svg.classList.remove('tracing'), 90);
      else wait = setTimeout(() => trace(card), 70);
    };
    svg.addEventListener('pointerover', (event) => { if (event.pointerType === 'mouse') consider(event.target); });
    svg.addEventListener('pointerleave', () => consider(null));
    const reveal = (card) => {
      const frame = canvas.getBoundingClientRect(), place = card.getBoundingClientRect();
      if (place.left < frame.left || place.right > frame.right) pan((frame.left + frame.right - place.left - place.right) / 2, 0);
      if (place.top < frame.top || place.bottom > frame.bottom) pan(0, (frame.top + frame.bottom - place.top - place.bottom) / 2);
    };
    const ring = (card, isFocus = false) => {
      const area = card.getBBox(), gap = 3.5;
      const frame = document.createElementNS(svg.namespaceURI, 'rect');
      const sizes = { x: area.x - gap, y: area.y - gap, width: area.width + 2 * gap, height: area.height + 2 * gap, rx: 8 };
      for (const [name, value] of Object.entries(sizes)) frame.setAttribute(name, value);
      frame.setAttribute('class', isFocus ? 'ring focus' : 'ring');
      card.append(frame);
      if (!isFocus) reveal(card);
    };
    svg.addEventListener('focusin', (event) => {
      const card = event.target.closest('g.node');
      if (!card || !event.target.matches(':focus-visible')) return;
      ring(card, true);
      reveal(card);
      consider(card);
    });
    svg.addEventListener('focusout', () => {
      for (const frame of all('.ring.focus', svg)) frame.remove();
      consider(null);
    });

    const section = canvas.closest('.picture');
    one('.zoom-in', section).addEventListener('click', () => zoom(1.35));
    one('.zoom-out', section).addEventListener('click', () => zoom(1 / 1.35));
    one('.fit', section).addEventListener('click', fit);
    one('.whole', section).addEventListener('click', () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else section.requestFullscreen?.();
    });
    // The panel comes and goes beside the picture, and telephones are turned.
    const resized = () => {
      const isWhole = !canvas.classList.contains('zoomed');
      measure();
      if (isWhole) return fit();
      box.height = box.width * canvas.clientHeight / Math.max(canvas.clientWidth, 1);
      draw();
    };
    measure();
    fit();
    let seen = canvas.clientWidth;
    new ResizeObserver(() => {
      if (canvas.clientWidth === seen || !canvas.isConnected) return;
      seen = canvas.clientWidth;
      resized();
    }).observe(canvas);
    // On a narrow screen the whole page would be too small to read: begin at its top left.
    if (scale() < 0.42) {
      box = { x, y, width: canvas.clientWidth / 0.62, height: canvas.clientHeight / 0.62 };
      draw();
    }
    return {
      svg, ring, resized, home: { x, y, width, height },
      dimLinks(isOff) {
        const isOffAt = (card) => Boolean(cards.get(card)?.classList.contains('off'));
        for (const link of links) {
          const { from, to, is } = link.dataset;
          link.classList.toggle('off', isOffAt(from) || isOffAt(to) || Boolean(is && isOff(is.split(' '))));
        }
      },
    };
  };

  const prepare = () => {
    const canvas = one('#view .canvas');
    drawing = canvas && one('svg.drawing', canvas) ? makeDrawing(canvas) : null;
    for (const list of all('#view .list')) if (one('table', list)) makeSortable(list);
  };

  // ---- Downloads of the report: what was put in, or what the browser can make of the picture.

  const file = (name, data, type) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([data], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const plainDrawing = () => {
    const copy = drawing.svg.cloneNode(true);
    const { x, y, width, height } = drawing.home;
    for (const part of all('.ring', copy)) part.remove();
    for (const part of all('[class]', copy)) part.removeAttribute('class');
    for (const part of all('a[href]', copy)) part.removeAttribute('href');
    const attributes = {
      viewBox: [x, y, width, height].join(' '), width, height,
      'font-family': 'Noto Sans CJK SC,Microsoft YaHei,PingFang SC,sans-serif',
    };
    for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value);
    copy.removeAttribute('class');
    return new XMLSerializer().serializeToString(copy);
  };
  const downloadPixels = (name) => {
    const { width, height } = drawing.home;
    const image = new Image();
    const source = URL.createObjectURL(new Blob([plainDrawing()], { type: 'image/svg+xml' }));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = width * 2;
      canvas.height = height * 2;
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(source);
      canvas.toBlob((data) => file(name, data, 'image/png'), 'image/png');
    };
    image.src = source;
  };
  const printPicture = () => {
    root.classList.add('printing');
    window.print();
    root.classList.remove('printing');
  };
  let files;
  const download = (link) => {
    const { form } = link.dataset;
    const title = link.dataset.file ?? link.closest('[data-file]').dataset.file;
    const name = `${title.replace(/[\\/:*?"<>|]+/g, ' ')}.${form}`;
    files ??= new Map(JSON.parse(one('#files').textContent).map(([href, csv, xlsx]) => [keyOf(href), { csv, xlsx }]));
    const own = files.get(link.dataset.of ? keyOf(link.dataset.of) : shownKey) ?? {};
    if (form === 'svg') file(name, plainDrawing(), 'image/svg+xml');
    else if (form === 'png') downloadPixels(name);
    else if (form === 'pdf') printPicture();
    else if (form === 'csv') file(name, `\uFEFF${own.csv}`, 'text/csv');
    else if (own.xlsx) {
      const bytes = Uint8Array.from(atob(own.xlsx), (letter) => letter.charCodeAt(0));
      file(name, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    }
  };

  // ---- Search

  const lettersOf = (text) => (text.match(/\[\w+\]|\w/g) ?? []).map((letter) => letter.replace(/[[\]]/g, ''));
  const spelled = (initials, typed) => {
    for (let start = 0; start + typed.length <= initials.length; start += 1) {
      if ([...typed].every((letter, place) => initials[start + place].includes(letter))) return start;
    }
    return -1;
  };
  const findInReport = (text) => {
    const typed = plain(text), words = JSON.parse(one('#matches').textContent);
    if (!typed) return [];
    const found = nodeList().map((node) => {
      let match = 5;
      if (node.id === text.trim()) match = 0;
      else if (node.plain[0] === typed) match = 1;
      else if (node.plain.includes(typed)) match = 2;
      else if (node.plain.some((name) => name.includes(typed))) match = 3;
      else if (/^[a-z0-9]+$/.test(typed) && node.initials.some((letters) => spelled(letters, typed) >= 0)) match = 4;
      return { ...node, rank: match, match: words[match], begins: node.plain[0].startsWith(typed) ? 0 : 1 };
    }).filter((node) => node.rank < 5);
    const by = (key) => (a, b) => key(a) - key(b);
    const keys = [(node) => node.rank, (node) => node.begins, (node) => node.name.length];
    const byName = (a, b) => (a.name < b.name ? -1 : 1);
    return found.sort((a, b) => keys.map((key) => by(key)(a, b)).find(Boolean) ?? byName(a, b)).slice(0, 12);
  };
  const find = async (text) => {
    if (isReport) return findInReport(text);
    const address = { path: '/suggest', query: new URLSearchParams({ q: text }) };
    for (const name of ['basis', 'lang']) {
      const value = read(here()).query.get(name);
      if (value) address.query.set(name, value);
    }
    return (await fetch(print(address))).json();
  };

  const makeSearch = () => {
    const form = one('.search'), input = one('#query'), box = one('#hits');
    let hits = [], active = -1, asked = 0, wait = 0;
    for (const [name, value] of Object.entries({
      role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'hits', 'aria-autocomplete': 'list',
    })) input.setAttribute(name, value);
    const close = () => {
      box.hidden = true;
      active = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    const mark = (place) => {
      active = place;
      all('[role="option"]', box).forEach((item, at) => {
        item.setAttribute('aria-selected', String(at === place));
        if (at === place) item.scrollIntoView({ block: 'nearest' });
      });
      if (place < 0) input.removeAttribute('aria-activedescendant');
      else input.setAttribute('aria-activedescendant', `hit-${place}`);
    };
    const open = () => {
      box.replaceChildren(...hits.map((hit, place) => {
        const item = document.createElement('li'), name = document.createElement('b'), note = document.createElement('small');
        item.id = `hit-${place}`;
        item.setAttribute('role', 'option');
        name.textContent = hit.name;
        note.textContent = `${hit.kind} · ${hit.match}`;
        item.append(name, note);
        item.addEventListener('pointerdown', (event) => { event.preventDefault(); take(place); });
        return item;
      }));
      if (!hits.length) {
        const none = document.createElement('li');
        none.className = 'none';
        none.textContent = news.dataset.nothing;
        none.setAttribute('role', 'option');
        none.setAttribute('aria-disabled', 'true');
        box.append(none);
      }
      box.hidden = false;
      input.setAttribute('aria-expanded', 'true');
      mark(hits.length ? 0 : -1);
    };
    const search = async () => {
      const number = ++asked, text = input.value;
      if (!text.trim()) { hits = []; return close(); }
      try {
        const found = await find(text);
        if (number !== asked || document.activeElement !== input) return;
        hits = found;
        open();
      } catch { tell(news.dataset.failed); }
    };
    const take = (place) => {
      const hit = hits[place];
      close();
      asked += 1;
      input.value = '';
      input.blur();
      // What has a view of its own is opened; the rest is chosen here where it is to be seen here.
      const { path, query } = read(hit.href);
      const opens = query.get('of') === hit.id || path.startsWith('/home/');
      go(!opens && marked(markOf(hit.id)).length ? choosing(hit.id) : hit.href);
    };
    input.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(search, isReport ? 30 : 120); });
    input.addEventListener('focus', () => { if (input.value && hits.length) open(); });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const isOpen = !box.hidden && hits.length;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (!isOpen) return search();
        mark((active + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        if (!box.hidden) close();
        else { input.value = ''; input.blur(); }
      } else if (event.key === 'Enter' && isOpen && active >= 0) {
        event.preventDefault();
        take(active);
      }
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (!input.value.trim()) return;
      if (!isReport) return go(print({ path: '/search', query: new URLSearchParams({ q: input.value, ...(basis() && { basis: basis() }) }) }));
      hits = await find(input.value);
      if (hits.length) take(0); else open();
    });
  };

  // ---- Beginning

  const start = () => {
    news = one('#news');
    for (const page of all('template[data-page]')) pages.set(keyOf(page.dataset.page), page);
    for (const page of all('template[data-panel]')) panels.set(page.dataset.panel, page);
    shownKey = keyOf(one('#view').dataset.key);
    if (!isReport && one('#panel article')) one('#panel').dataset.of = `${basis()} ${one('#panel article').dataset.node}`;
    makeSearch();
    prepare();
    if (isReport) show(); else { applySwitches(); choose(); }
    addEventListener(isReport ? 'hashchange' : 'popstate', show);
    document.addEventListener('click', followed);
    document.addEventListener('change', (event) => {
      const form = event.target.closest('form');
      if (form?.matches('.switches')) switched(form);
      else if (form?.matches('.chooser')) chosen(form);
    });
    document.addEventListener('submit', (event) => {
      if (!event.target.matches('.switches, .chooser')) return;
      event.preventDefault();
    });
    document.addEventListener('reset', (event) => {
      event.preventDefault();
      go(changed((query) => { for (const name of switchNames) query.delete(name); }));
    });
    document.addEventListener('input', (event) => {
      if (event.target.matches('.sieve')) sieve(event.target.closest('.list'));
    });
    document.addEventListener('keydown', (event) => {
      const isTyping = event.target.matches('input, select, textarea');
      if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        one('#query').focus();
        one('#query').select();
      } else if (event.key === 'Escape' && !isTyping && !document.fullscreenElement) {
        if (document.body.classList.contains('drawer')) openDrawer(false);
        else if (read(here()).query.has('node')) go(choosing(null));
      }
    });
    one('.theme').addEventListener('click', turnTheme);
    one('.print').addEventListener('click', () => window.print());
    one('.menu').addEventListener('click', () => openDrawer(!document.body.classList.contains('drawer')));
    document.addEventListener('fullscreenchange', () => drawing?.resized());
  };
  const openDrawer = (isOpen) => {
    document.body.classList.toggle('drawer', isOpen);
    one('.menu').setAttribute('aria-expanded', String(isOpen));
    (isOpen ? one('#tree summary') : one('.menu')).focus();
  };
  const chosen = (form) => {
    const address = { path: form.dataset.path, query: new URLSearchParams() };
    const subject = one('select', form).value;
    if (subject) address.query.set('of', subject);
    for (const name of ['basis', 'lang']) {
      const value = read(here()).query.get(name);
      if (value) address.query.set(name, value);
    }
    go(print(address));
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
