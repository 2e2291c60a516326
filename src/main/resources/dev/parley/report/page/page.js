'use strict';
(() => {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($('data').textContent);
  const words = data.words;
  const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, () => v), text);
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';
  const SIZE = (data.timeline.marks || []).length;
  const PAPER = 690;
  let printing = false;

  /* ---- What is drawn with ---- */

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const draw = (name, attributes = {}, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) made.setAttribute(key, typeof value === 'number' ? Math.round(value * 10) / 10 : value);
    }
    made.append(...children.filter((c) => c !== null && c !== undefined));
    return made;
  };
  const pen = document.createElement('canvas').getContext('2d');
  const measure = (text, size = 12, weight = 400) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    return pen.measureText(text).width;
  };
  const cut = (text, width, size, weight) => {
    if (measure(text, size, weight) <= width) return text;
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (measure(`${text.slice(0, middle)}\u2026`, size, weight) <= width) low = middle;
      else high = middle - 1;
    }
    return low < 2 ? '' : `${text.slice(0, low).trimEnd()}\u2026`;
  };
  const wrap = (text, width, most, size = 12, weight = 400) => {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && measure(longer, size, weight) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
    const shown = lines.slice(0, most);
    if (lines.length > most) shown[most - 1] = `${shown[most - 1]} ${lines[most]}`;
    return shown.map((l) => cut(l, width, size, weight));
  };
  /** A text, cut to a width; what was cut is in its title. */
  const text = (x, y, content, { size = 12, weight = 400, anchor = 'start', width = Infinity, kind = '' } = {}) => {
    const shown = width === Infinity ? content : cut(content, width, size, weight);
    const made = draw('text', { x, y, 'font-size': size, 'font-weight': weight, 'text-anchor': anchor, class: kind || null }, shown);
    if (shown !== content) made.append(draw('title', {}, content));
    return made;
  };
  const PATTERNS = {
    '/': 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6', '\\': 'M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2', '.': 'M3 4 h2', '-': 'M0 4 h8', '|': 'M4 0 v8',
    x: 'M0 8 L8 0 M0 0 L8 8', '+': 'M4 0 v8 M0 4 h8', '': '',
  };
  const PARTIES = ['/', '\\', '.', '-', '|', 'x', '+', ''];
  const VERDICTS = { MOVED: '/', MIXED: 'x', STATED: '.', HELD: '-', REGRESSED: '\\', UNREPORTED: '', OPEN: '' };
  const party = (index) => `party p${index < 0 ? 'x' : index % 8}`;
  /** An area with colour and hatching: what is told apart is told apart without colour, too. */
  const area = (svg, kind, hatch, shape) => {
    const id = `${svg.id}-${kind.replace(/\W/g, '')}-${Object.keys(PATTERNS).indexOf(hatch)}`;
    if (!svg.made.has(id)) {
      svg.made.add(id);
      svg.defs.append(draw('pattern', { id, width: 8, height: 8, patternUnits: 'userSpaceOnUse', class: kind },
        draw('rect', { width: 8, height: 8, class: 'tint' }), draw('path', { d: PATTERNS[hatch], class: 'hatch' })));
    }
    return draw('rect', { rx: 2, ...shape, fill: `url(#${id})`, class: `${kind} edge` });
  };
  const SYMBOLS = ['M-5 -4 h10 v8 h-10 z', 'M0 -6 L6 5 L-6 5 z', 'M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 z', 'M-5 0 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 z',
    'M-5 -3 L-3 -5 L0 -2 L3 -5 L5 -3 L2 0 L5 3 L3 5 L0 2 L-3 5 L-5 3 L-2 0 z', 'M0 -6 L1.7 -2 L6 -2 L2.6 1 L4 5.5 L0 3 L-4 5.5 L-2.6 1 L-6 -2 L-1.7 -2 z', 'M-5 1 L1 -5 L5 -1 L-1 5 L-5 5 z'];
  const moved = (path, x, y) => path.replace(/^M(-?[\d.]+) (-?[\d.]+)/, (all, a, b) => `M${(x + +a).toFixed(1)} ${(y + +b).toFixed(1)}`)
    .replace(/ ([L])(-?[\d.]+) (-?[\d.]+)/g, (all, c, a, b) => ` L${(x + +a).toFixed(1)} ${(y + +b).toFixed(1)}`);

  /* ---- What the reader has chosen; it is in the address ---- */

  const moments = (data.summary && data.summary.at) || [];
  const START = { at: 0, axis: 'order', zoom: 1, pan: 1, entry: 0, q: '', party: '*', issue: '*', source: '*' };
  const state = { ...START };
  const read = () => {
    const fragment = decodeURIComponent(location.hash.slice(1));
    const anchor = /^e(\d+)$/.exec(fragment);
    if (anchor) {
      state.entry = +anchor[1];
      return;
    }
    if (!fragment.includes('=')) return;
    Object.assign(state, START);
    for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
      if (key in START) state[key] = typeof START[key] === 'number' ? +value || START[key] : value;
    }
    if (state.axis !== 'time') state.axis = 'order';
    state.zoom = Math.max(1, Math.min(64, state.zoom));
    state.pan = Math.max(0, Math.min(1, state.pan));
  };
  const write = () => {
    const kept = new URLSearchParams();
    for (const key of Object.keys(START)) if (state[key] !== START[key] && !(key === 'pan' && state.zoom === 1)) kept.set(key, state[key]);
    const keys = [...kept.keys()];
    const fragment = keys.length === 0 ? '' : keys.length === 1 && keys[0] === 'entry' ? `e${state.entry}` : kept.toString();
    if (location.hash.slice(1) !== fragment) history.replaceState(null, '', fragment ? `#${fragment}` : location.pathname + location.search);
  };
  const moment = () => {
    if (!state.at || moments.length === 0) return moments.length - 1;
    let found = 0;
    moments.forEach((m, i) => { if (m.entry <= state.at) found = i; });
    return found;
  };
  const known = () => (moments.length ? moments[moment()].entry : SIZE);
  const isNow = () => moments.length === 0 || moment() === moments.length - 1;

  /* ---- Entries, and what is said of them ---- */

  const inRow = (row, name) => {
    const cell = row.querySelector(`[data-is="${name}"]`);
    return cell ? [...cell.childNodes].filter((n) => n.className !== 'citing').map((n) => (n.nodeName === 'BR' ? '\n' : n.textContent)).join('') : '';
  };
  /** The table has the entries already: a mark reads its row. */
  const entry = (number) => {
    const row = $(`e${number}`);
    if (!row) return { heading: `[${number}]`, text: '' };
    const noted = inRow(row, 'noted');
    return { heading: `[${number}] ${inRow(row, 'date')} ${inRow(row, 'who')}`, text: inRow(row, 'what') + (noted ? ` (${noted})` : ''), source: inRow(row, 'source') };
  };
  const spoken = (it) => [it.heading, it.text, it.source].filter(Boolean).join('. ');
  const tipped = (it) => {
    const box = element('div', { class: 'tip', dir: 'auto' }, element('b', { dir: 'auto' }, it.heading));
    for (const line of (it.text || '').split('\n').filter(Boolean)) box.append(element('div', { dir: 'auto' }, line));
    if (it.source) box.append(element('small', { dir: 'auto' }, it.source));
    return box;
  };
  const tell = (words) => { $('told').textContent = words; };

  /* ---- The axis that charts over time share: the order of entries, or true time ---- */

  const days = new Map();
  {
    let last = null;
    const given = new Map((data.timeline.days || []).map(([n, from, to]) => [n, [from, to]]));
    const first = (data.timeline.days || [[0, 0, 0]])[0];
    for (let n = 1; n <= SIZE; n++) {
      if (given.has(n)) last = given.get(n);
      days.set(n, last || [first ? first[1] : 0, first ? first[1] : 0]);
    }
  }
  const dated = (data.timeline.days || []).length > 0;
  const deadlines = data.timeline.deadlines || [];
  const ahead = deadlines.filter((d) => d.after >= SIZE);
  const axisOf = (left, width) => {
    const time = state.axis === 'time' && dated;
    let low;
    let high;
    if (time) {
      const all = [...days.values()].map((d) => d[0]).concat(deadlines.filter((d) => d.day !== undefined).map((d) => d.day));
      low = all.reduce((a, b) => Math.min(a, b));
      high = all.reduce((a, b) => Math.max(a, b));
      const room = Math.max(1, (high - low) * 0.02);
      low -= room;
      high += room;
    } else {
      low = 0.5;
      high = SIZE + 0.5 + (ahead.length ? Math.max(1, SIZE * 0.12) : 0);
    }
    const span = (high - low) / state.zoom;
    const from = low + (high - low - span) * state.pan;
    const x = (value) => left + ((value - from) / span) * width;
    const at = (n) => (time ? days.get(Math.max(1, Math.min(SIZE, n)))[0] : n);
    return {
      time, left, right: left + width, width, from, to: from + span,
      /** Where the mark of an entry stands. */
      mark: (n) => x(at(n)),
      /** Where what begins with an entry begins; after the last one, the end. */
      edge: (n) => (n > SIZE ? left + width : time ? x(at(n)) : x(n - 0.5)),
      deadline: (d) => {
        if (time) return d.day === undefined ? null : x(d.day);
        const same = deadlines.filter((o) => o.after === d.after);
        const step = d.after >= SIZE ? (high - SIZE - 0.5) / (same.length + 1) : 0.5 / (same.length + 1);
        return x(d.after + 0.5 + (d.after >= SIZE ? step * (same.indexOf(d) + 1) : step * same.indexOf(d)));
      },
      inside: (place) => place >= left - 1 && place <= left + width + 1,
      clip: (a, b) => [Math.max(left, Math.min(left + width, a)), Math.max(left, Math.min(left + width, b))],
      ticks: () => (time ? timeTicks(from, from + span, width, x) : orderTicks(from, from + span, width, x)),
    };
  };
  const day = (number) => new Date(number * 86400000);
  const MONTHS = words.months.split('|');
  const timeTicks = (from, to, width, x) => {
    const most = Math.max(2, Math.floor(width / 90));
    const ticks = [];
    const span = to - from;
    const steps = [1, 2, 7, 14];
    const byDay = steps.find((s) => span / s <= most);
    if (byDay) {
      for (let d = Math.ceil(from / byDay) * byDay; d <= to; d += byDay) {
        const date = day(d);
        ticks.push({ x: x(d), text: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}` });
      }
      return ticks;
    }
    const byMonth = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((s) => span / 30.4 / s <= most) || 1200;
    const start = day(from);
    for (let m = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / byMonth) * byMonth; ; m += byMonth) {
      const at = Date.UTC(Math.floor(m / 12), m % 12, 1) / 86400000;
      if (at > to) return ticks;
      if (at >= from) ticks.push({ x: x(at), text: byMonth % 12 === 0 ? String(Math.floor(m / 12)) : `${MONTHS[m % 12]} ${Math.floor(m / 12)}` });
    }
  };
  const orderTicks = (from, to, width, x) => {
    const ticks = [];
    let taken = -Infinity;
    for (const d of data.timeline.dates) {
      const place = x(d.at);
      if (d.at < from || d.at > to || place < taken) continue;
      ticks.push({ x: place, text: `[${d.at}] ${d.text}` });
      taken = place + measure(`[${d.at}] ${d.text}`, 11) + 14;
    }
    return ticks;
  };
  const ruler = (svg, axis, top, bottom) => {
    svg.append(draw('line', { x1: axis.left, x2: axis.right, y1: bottom, y2: bottom, class: 'rule' }));
    let taken = -Infinity;
    for (const tick of axis.ticks()) {
      svg.append(draw('line', { x1: tick.x, x2: tick.x, y1: top, y2: bottom + 5, class: 'grid' }));
      const wide = measure(tick.text, 11);
      const start = Math.max(axis.left - 20, Math.min(tick.x - (axis.time ? wide / 2 : 4), svg.wide - wide - 2));
      if (start > taken) {
        svg.append(text(start, bottom + 17, tick.text, { size: 11, kind: 'faint' }));
        taken = start + wide + 8;
      }
    }
  };
  /** Where the reader looks at the record from: what came later stands behind a veil. */
  const veil = (svg, axis, top, bottom) => {
    if (isNow()) return;
    const from = Math.max(axis.left, axis.edge(known() + 1));
    if (from < axis.right) svg.append(draw('rect', { x: from, y: top, width: axis.right - from, height: bottom - top, class: 'veil' }));
    if (axis.inside(from)) svg.append(draw('line', { x1: from, x2: from, y1: top, y2: bottom, class: 'cursor' }));
  };
  const behind = (svg, axis, top, bottom, numbers) => {
    for (const r of data.timeline.rounds) {
      const [from, to] = axis.clip(axis.edge(r.from), axis.edge(r.to + 1));
      if (to - from < 1 && !axis.inside(from)) continue;
      svg.append(draw('rect', { x: from, y: top, width: Math.max(1, to - from), height: bottom - top, class: `round ${r.verdict}` }));
      if (numbers && to - from > 16) svg.append(text((from + to) / 2, top - 4, String(r.number), { size: 11, anchor: 'middle', kind: 'faint' }));
    }
  };

  /* ---- A chart: drawn to the width it has, gone along with the keyboard, taken along ---- */

  const charts = [];
  let serial = 0;
  const sheet = (width, height) => {
    const svg = draw('svg', { viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`, width: Math.round(width), height: Math.round(height), id: `svg${serial++}`, 'aria-hidden': 'true', 'font-family': FONT });
    svg.defs = draw('defs');
    svg.made = new Set();
    svg.wide = width;
    svg.append(svg.defs);
    return svg;
  };
  const tall = (svg, height) => {
    svg.setAttribute('viewBox', `0 0 ${Math.round(svg.wide)} ${Math.round(height)}`);
    svg.setAttribute('height', Math.round(height));
  };
  const chart = (id, render, overTime) => {
    const div = $(id);
    if (!div) return;
    div.hidden = false;
    const label = $(`${id}-label`);
    label.hidden = false;
    div.setAttribute('aria-labelledby', label.id);
    const it = { div, marks: [], at: -1, width: 0 };
    let tip = null;
    const hide = () => {
      if (tip) tip.remove();
      tip = null;
      const ring = div.querySelector('.ring-mark');
      if (ring) ring.remove();
    };
    const show = (mark) => {
      hide();
      it.svg.append(draw('circle', { cx: mark.x, cy: mark.y, r: 10, class: 'ring-mark' }));
      tip = tipped(mark.says());
      div.append(tip);
      const room = div.clientWidth - tip.offsetWidth - 8;
      tip.style.left = `${Math.max(4, Math.min(room, mark.x - tip.offsetWidth / 2))}px`;
      const below = mark.y + 14;
      tip.style.top = `${mark.y > tip.offsetHeight + 16 ? mark.y - tip.offsetHeight - 14 : below}px`;
    };
    it.again = () => {
      const width = printing ? PAPER : div.clientWidth - 2;
      if (width < 60) return;
      it.width = div.clientWidth;
      const drawn = render(width);
      hide();
      it.svg = drawn.svg;
      it.marks = drawn.marks;
      it.at = Math.min(it.at, it.marks.length - 1);
      div.replaceChildren(it.svg);
      div.dataset.marks = it.marks.length;
    };
    it.overTime = overTime;
    const near = (event) => {
      const box = it.svg.getBoundingClientRect();
      const [x, y] = [event.clientX - box.left, event.clientY - box.top];
      let best = null;
      let distance = 24 * 24;
      it.marks.forEach((mark, i) => {
        const far = (mark.x - x) ** 2 + (mark.y - y) ** 2;
        if (far < distance) {
          distance = far;
          best = i;
        }
      });
      return best;
    };
    div.addEventListener('pointermove', (event) => {
      if (event.target.closest('.tip')) return;
      const found = near(event);
      if (found === null) hide();
      else show(it.marks[found]);
    });
    div.addEventListener('pointerleave', hide);
    div.addEventListener('click', (event) => {
      const found = near(event);
      if (found === null) return;
      it.at = found;
      show(it.marks[found]);
      if (it.marks[found].entry) choose(it.marks[found].entry);
    });
    div.addEventListener('keydown', (event) => {
      const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
      if (event.key === 'Escape') hide();
      if (event.key === 'Enter' && it.at >= 0 && it.marks[it.at].entry) {
        location.hash = `e${it.marks[it.at].entry}`;
        return;
      }
      if (!(event.key in steps) || it.marks.length === 0) return;
      const next = Math.max(0, Math.min(it.marks.length - 1, it.at + steps[event.key]));
      if (next === it.at && Number.isFinite(steps[event.key])) return;
      event.preventDefault();
      it.at = next;
      const mark = it.marks[next];
      show(mark);
      tell(`${fill(words.place, next + 1, it.marks.length)}. ${spoken(mark.says())}`);
    });
    div.addEventListener('blur', hide);
    tools(it, id);
    it.again();
    new ResizeObserver(() => { if (!printing && div.clientWidth !== it.width) it.again(); }).observe(div);
    charts.push(it);
  };
  const again = (overTime) => charts.forEach((it) => { if (!overTime || it.overTime) it.again(); });

  const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'font-style', 'font-weight'];
  /** The drawing by itself, its colours written out. */
  const standalone = (it) => {
    const copy = it.svg.cloneNode(true);
    const pairs = (one, other) => {
      const style = getComputedStyle(one);
      for (const name of STYLES) {
        const value = style.getPropertyValue(name);
        if (value && !(name === 'fill' && (one.getAttribute('fill') || '').startsWith('url'))) other.setAttribute(name, value);
      }
      other.removeAttribute('class');
      [...one.children].forEach((child, i) => pairs(child, other.children[i]));
    };
    pairs(it.svg, copy);
    const ground = draw('rect', { width: '100%', height: '100%', fill: getComputedStyle(it.div).backgroundColor });
    copy.insertBefore(ground, copy.firstChild);
    copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    copy.removeAttribute('aria-hidden');
    return new XMLSerializer().serializeToString(copy);
  };
  const save = (name, type, content) => {
    const link = element('a', { href: `data:${type},${encodeURIComponent(content)}`, download: name });
    document.body.append(link);
    link.click();
    link.remove();
  };
  const picture = (it, name) => {
    const image = new Image();
    const svg = standalone(it);
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * it.svg.wide;
      canvas.height = 2 * it.svg.getAttribute('height');
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = element('a', { href: canvas.toDataURL('image/png'), download: name });
      document.body.append(link);
      link.click();
      link.remove();
    };
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  };
  const field = (words) => {
    const safe = /^[=+\-@]/.test(words) ? `'${words}` : words;
    return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  /** What a cell says, folded in or not. */
  const written = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
    return copy.textContent.trim();
  };
  const rows = (id) => {
    const tables = [...$(id).closest('section').querySelectorAll('table')];
    return tables.flatMap((table) => {
      const caption = table.caption ? [table.caption.textContent] : [];
      return [...table.rows].map((row, i) => [...(tables.length > 1 ? [i === 0 ? '' : caption[0] || ''] : []), ...[...row.cells].map(written)].map(field).join(','));
    }).join('\r\n');
  };
  const tools = (it, id) => {
    const name = id.replace('-chart', '');
    const bar = element('div', { class: 'tools' });
    const button = (label, act, title) => {
      const made = element('button', { type: 'button', title: title || fill(words.take, label) }, label);
      made.addEventListener('click', act);
      bar.append(made);
      return made;
    };
    if (it.overTime && dated) {
      const axis = button('', () => {
        state.axis = state.axis === 'time' ? 'order' : 'time';
        write();
        again(true);
        said();
      }, words.axis);
      axis.className = 'axis';
      const said = () => document.querySelectorAll('.tools .axis').forEach((b) => { b.textContent = state.axis === 'time' ? words.bytime : words.byorder; });
      it.said = said;
    }
    if (it.overTime && SIZE > 60) {
      const range = (key, low, high, step, label) => {
        const made = element('input', { type: 'range', min: low, max: high, step, 'aria-label': label, title: label, class: key, autocomplete: 'off' });
        made.value = key === 'zoom' ? Math.log2(state.zoom) : state.pan;
        made.addEventListener('input', () => {
          state[key] = key === 'zoom' ? 2 ** +made.value : +made.value;
          document.querySelectorAll(`.tools .${key}`).forEach((o) => { o.value = made.value; });
          write();
          again(true);
        });
        bar.append(element('label', {}, label, made));
      };
      range('zoom', 0, 6, 0.5, words.zoom);
      range('pan', 0, 1, 0.005, words.pan);
    }
    button('SVG', () => save(`${name}.svg`, 'image/svg+xml;charset=utf-8', standalone(it)));
    button('PNG', () => picture(it, `${name}.png`));
    if ($(id).closest('section').querySelector('table')) button('CSV', () => save(`${name}.csv`, 'text/csv;charset=utf-8', `\ufeff${rows(id)}`));
    it.div.after(bar);
    if (it.said) it.said();
  };

  /* ---- Every issue in a row ---- */

  const placer = (issue, left, width) => {
    const count = issue.names ? issue.names.length : 0;
    const least = +issue.least;
    const most = +issue.most;
    const place = (value) => (count ? left + (width * value) / count : left + (width * (value - least)) / (most - least || 1));
    return (band) => {
      const from = place(+band[0]);
      const to = count ? place(+band[1] + 1) : place(+band[1]);
      return to - from < 7 ? [Math.max(left, Math.min(left + width - 7, (from + to) / 2 - 3.5)), 7] : [from, to - from];
    };
  };
  const overview = (width) => {
    const svg = sheet(width, 10);
    const marks = [];
    const narrow = width < 560;
    const nameWidth = narrow ? 0 : Math.min(190, width * 0.2);
    const left = 12 + nameWidth;
    const track = narrow ? width - 24 : Math.min(380, width * 0.34);
    const sayLeft = narrow ? 28 : left + track + 34;
    const sayWidth = width - sayLeft - 10;
    const here = moments[moment()];
    const now = moments[moments.length - 1];
    let y = 8;
    data.positions.issues.forEach((issue, i) => {
      if (here.standing[i] === undefined) return;
      const standing = data.summary.standings[here.standing[i]];
      const top = y;
      y += 16;
      wrap(issue.name, narrow ? width - 24 : nameWidth - 12, 3, 13, 600).forEach((line, k) => svg.append(text(12, y + 16 * k, line, { size: 13, weight: 600 })));
      const nameHeight = 16 * wrap(issue.name, narrow ? width - 24 : nameWidth - 12, 3, 13, 600).length;
      if (narrow) y += nameHeight;
      const toBand = placer(issue, left, track);
      const first = y - (narrow ? 6 : 10);
      const drawn = standing.sides.filter((s) => s.bands || s.some);
      const lanes = Math.max(1, standing.sides.length);
      const guide = draw('g');
      svg.append(guide);
      let lane = first;
      standing.sides.forEach((side) => {
        const lines = wrap(`${side.who}: ${side.text}`, sayWidth, 3);
        const height = narrow ? 22 + 15 * lines.length : Math.max(22, 15 * lines.length + 5);
        const middle = lane + 10;
        const bands = [...(side.bands || []), ...(side.some || [])].map(toBand);
        if (side.before && side.before.bands && bands.length) {
          const was = side.before.bands.map(toBand);
          was.forEach(([x, w]) => svg.append(draw('rect', { x, y: middle - 5, width: w, height: 10, rx: 2, class: `${party(side.party)} was` })));
          const from = was[0][0] + was[0][1] / 2;
          const to = bands[0][0] + bands[0][1] / 2;
          if (Math.abs(to - from) > 8) {
            const tip = to > from ? -5 : 5;
            svg.append(draw('path', { d: `M${from} ${middle} H${to} m${tip} -4 L${to} ${middle} l${tip} 4`, class: `${party(side.party)} tail` }));
          }
        }
        bands.forEach(([x, w]) => svg.append(area(svg, party(side.party), PARTIES[Math.max(0, side.party) % 8], { x, y: middle - 8, width: w, height: 16 })));
        const textTop = narrow ? middle + 24 : middle + 4;
        svg.append(draw('rect', { x: sayLeft - 16, y: textTop - 10, width: 11, height: 11, class: `${party(side.party)} chip` }));
        lines.forEach((line, k) => svg.append(text(sayLeft, textTop + 15 * k, line, { kind: bands.length ? '' : 'words' })));
        marks.push({ x: bands.length ? bands[0][0] + bands[0][1] / 2 : sayLeft, y: middle, says: () => ({ heading: `${issue.name}: ${side.who}`, text: side.text }) });
        lane += height;
      });
      if (standing.sides.length === 0 && !standing.settled) {
        svg.append(text(narrow ? left : sayLeft - 16, first + 14, words.nobody, { kind: 'faint' }));
        lane += 22;
      }
      const settled = standing.settled && standing.settled.bands ? standing.settled.bands.map(toBand) : [];
      for (const [x, w] of settled) {
        svg.append(draw('path', { d: `M${x + w / 2} ${first - 2} V${lane + 4}`, class: 'settled-line' }), draw('path', { d: moved(SYMBOLS[2], x + w / 2, lane + 4), class: 'settled' }));
      }
      if (standing.low !== undefined) {
        const [from, to] = [toBand([standing.low, standing.low]), toBand([standing.high, standing.high])];
        const a = issue.names ? from[0] + from[1] / 2 : from[0] + 3;
        const b = issue.names ? to[0] + to[1] / 2 : to[0] + 3;
        svg.append(draw('path', { d: `M${a} ${lane - 1} v8 M${b} ${lane - 1} v8 M${a} ${lane + 3} H${b}`, class: 'gap' }));
      }
      if (drawn.length || settled.length) {
        guide.append(draw('rect', { x: left, y: first - 2, width: track, height: lane - first + 4, class: 'track' }));
        const ends = issue.names
          ? issue.names.map((n, k) => [n, left + (track * (k + 0.5)) / issue.names.length, 'middle', track / issue.names.length - 6])
          : [[`${issue.least} ${issue.unit}`, left, 'start', track / 2], [`${issue.most}`, left + track, 'end', track / 2]];
        if (issue.names) for (let k = 1; k < issue.names.length; k++) guide.append(draw('line', { x1: left + (track * k) / issue.names.length, x2: left + (track * k) / issue.names.length, y1: first - 2, y2: lane + 2, class: 'grid' }));
        ends.forEach(([name, x, anchor, room]) => svg.append(text(x, lane + 20, name, { size: 11, anchor, width: room, kind: 'faint' })));
      }
      const gap = wrap(standing.gaps.join('; '), sayWidth + (narrow ? 16 : 0), 3);
      const gapTop = narrow ? lane + (drawn.length || settled.length ? 36 : 8) : Math.max(lane + 14, first + 14);
      if (standing.sides.length) gap.forEach((line, k) => svg.append(text(narrow ? 12 : sayLeft - 16, gapTop + 15 * k, line, { weight: settled.length || standing.low !== undefined ? 600 : 400, kind: settled.length || standing.low !== undefined ? '' : 'faint' })));
      y = Math.max(top + nameHeight + 14, (standing.sides.length ? gapTop + 15 * gap.length : lane) + 4, lane + (drawn.length || settled.length ? 28 : 4));
      if (here.standing[i] !== now.standing[i]) {
        svg.append(draw('rect', { x: 0, y: top + 4, width: 4, height: y - top - 8, class: 'differs-mark' }));
        svg.append(text(12, y + 8, words.differs, { size: 11, kind: 'differs' }));
        y += 14;
      }
      svg.append(draw('line', { x1: 0, x2: width, y1: y + 4, y2: y + 4, class: 'grid' }));
      y += 8;
    });
    tall(svg, y);
    return { svg, marks };
  };

  /* ---- The time line ---- */

  const legend = (svg, items, left, top) => {
    let x = left;
    let y = top;
    for (const [symbol, label] of items) {
      const wide = measure(label, 11) + 34;
      if (x > left && x + wide > svg.wide - 8) {
        x = left;
        y += 18;
      }
      svg.append(symbol(x + 8, y - 4), text(x + 20, y, label, { size: 11 }));
      x += wide;
    }
    return y + 10;
  };
  const timeline = (width) => {
    const it = data.timeline;
    const svg = sheet(width, 10);
    const marks = [];
    const narrow = width < 560;
    const kinds = words.kinds.split('|');
    const left = Math.min(narrow ? 104 : 200, 24 + Math.max(...[words.rounds, ...it.lanes].map((l) => measure(l, 12))));
    const axis = axisOf(left, width - left - 14);
    const lane = narrow ? 26 : 24;
    let y = 6;
    if (state.zoom > 1) {
      const all = { ...state, zoom: 1 };
      const zoomed = state.zoom;
      state.zoom = all.zoom;
      const whole = axisOf(left, width - left - 14);
      state.zoom = zoomed;
      for (const r of it.rounds) {
        const [from, to] = whole.clip(whole.edge(r.from), whole.edge(r.to + 1));
        svg.append(draw('rect', { x: from, y, width: Math.max(0.5, to - from - 0.5), height: 12, class: `mini ${r.verdict}` }));
      }
      const share = (v) => left + ((v - whole.from) / (whole.to - whole.from)) * whole.width;
      svg.append(draw('rect', { x: share(axis.from), y: y - 3, width: Math.max(3, share(axis.to) - share(axis.from)), height: 18, class: 'window' }));
      svg.append(text(4, y + 10, words.whole, { size: 11, width: left - 10, kind: 'faint' }));
      y += 26;
    }
    const top = y;
    const row = (k) => top + 34 + lane * (k + 0.5);
    const bottom = top + 34 + lane * (it.lanes.length + (deadlines.length ? 1 : 0));
    behind(svg, axis, top + 28, bottom);
    text(4, top + 16, words.rounds);
    svg.append(text(4, top + 18, words.rounds, { width: left - 10 }));
    it.lanes.forEach((name, k) => svg.append(draw('line', { x1: axis.left, x2: axis.right, y1: row(k), y2: row(k), class: 'grid' }), text(4, row(k) + 4, name, { width: left - 10 })));
    ruler(svg, axis, top + 28, bottom);
    for (const r of it.rounds) {
      const [from, to] = axis.clip(axis.edge(r.from), axis.edge(r.to + 1));
      if (to - from < 1 && !(axis.inside(axis.edge(r.from)) && axis.time)) continue;
      const wide = Math.max(3, to - from - 2);
      svg.append(area(svg, r.verdict, VERDICTS[r.verdict], { x: from + 1, y: top + 4, width: wide, height: 20 }));
      const full = `${r.number} ${r.verdict === 'OPEN' ? words.open : r.verdict}`;
      const label = [full, `${r.number} ${r.letter}`, r.letter].find((l) => measure(l, 11, 700) + 8 < wide);
      if (label) {
        const room = measure(label, 11, 700) + 6;
        svg.append(draw('rect', { x: from + 1 + (wide - room) / 2, y: top + 6, width: room, height: 16, class: 'panel' }), text(from + 1 + wide / 2, top + 18, label, { size: 11, weight: 700, anchor: 'middle', kind: `${r.verdict} label` }));
      }
      marks.push({ x: from + 1 + wide / 2, y: top + 14, entry: r.from, says: () => ({ heading: `${words.round} ${r.number}`, text: r.text }) });
    }
    const paths = new Map();
    const taken = new Map();
    for (const [number, line, kind, word] of it.marks) {
      let x = axis.mark(number);
      if (!axis.inside(x)) continue;
      const at = row(line);
      if (axis.time) {
        const key = `${line} ${Math.round(x)}`;
        const before = taken.get(key) || 0;
        taken.set(key, before + 1);
        x += Math.min(6, before) * 3;
      }
      const key = `${kind} ${word}`;
      if (!paths.has(key)) paths.set(key, []);
      paths.get(key).push(moved(SYMBOLS[kind], x, at));
      if (word === 2) paths.get(key).push(`M${x - 6} ${at - 6} l12 12 m0 -12 l-12 12`);
      if (number === state.entry) svg.append(draw('circle', { cx: x, cy: at, r: 11, class: 'chosen' }));
      marks.push({ x, y: at, entry: number, says: () => entry(number) });
    }
    for (const [key, all] of paths) {
      const [kind, word] = key.split(' ');
      svg.append(draw('path', { d: all.join(' '), class: `mark k${kind} ${['', 'alleged', 'denied'][word]}` }));
    }
    if (deadlines.length) {
      svg.append(text(4, row(it.lanes.length) + 4, words.deadlines, { width: left - 10 }));
      let taken = -Infinity;
      for (const d of deadlines) {
        const x = axis.deadline(d);
        if (x === null || !axis.inside(x)) continue;
        const at = row(it.lanes.length);
        svg.append(draw('line', { x1: x, x2: x, y1: top + 28, y2: bottom, class: 'deadline' }), draw('rect', { x: x - 5, y: at - 5, width: 10, height: 10, class: 'deadline-mark' }));
        const label = cut(narrow ? d.date : `${d.name}: ${d.date}`, width * 0.5, 11, 600);
        const wide = measure(label, 11, 600);
        const onLeft = x + 12 + wide > width;
        if (onLeft ? x - 12 - wide > taken : x > taken) {
          svg.append(text(onLeft ? x - 10 : x + 10, at + 4, label, { size: 11, weight: 600, anchor: onLeft ? 'end' : 'start', kind: 'deadline-text' }));
          taken = onLeft ? x : x + 14 + wide;
        }
        marks.push({ x, y: at, says: () => ({ heading: `${d.name}: ${d.date}`, text: d.words }) });
      }
    }
    veil(svg, axis, top + 2, bottom);
    const used = [...new Set(it.marks.map((m) => m[2]))].sort();
    const items = used.map((k) => [(x, at) => draw('path', { d: moved(SYMBOLS[k], x, at), class: `mark k${k}` }), kinds[k]]);
    if (it.marks.some((m) => m[3] === 1)) items.push([(x, at) => draw('path', { d: moved(SYMBOLS[3], x, at), class: 'mark k3 alleged' }), words.alleged]);
    if (it.marks.some((m) => m[3] === 2)) items.push([(x, at) => draw('path', { d: `M${x - 5} ${at - 5} l10 10 m0 -10 l-10 10`, class: 'mark k3 denied' }), words.denied]);
    tall(svg, legend(svg, items, 4, bottom + 44));
    return { svg, marks };
  };

  /* ---- Positions over time ---- */

  const partyLegend = (svg, top) => {
    const used = new Set();
    data.course.issues.forEach((i) => [...i.stretches, ...i.offers].forEach((s) => used.add(s.party)));
    const items = [...used].filter((p) => p >= 0).sort((a, b) => a - b).map((p) => [(x, y) => area(svg, party(p), PARTIES[p % 8], { x: x - 8, y: y - 5, width: 16, height: 10 }), data.positions.principals[p]]);
    return legend(svg, [...items, [(x, y) => draw('path', { d: moved(SYMBOLS[2], x, y), class: 'mark k3' }), words.offer], [(x, y) => draw('path', { d: moved(SYMBOLS[2], x, y), class: 'settled' }), words.settled]], 4, top);
  };
  const course = (width) => {
    const svg = sheet(width, 10);
    const marks = [];
    const narrow = width < 560;
    const left = narrow ? 84 : 150;
    const axis = axisOf(left, width - left - 14);
    let y = partyLegend(svg, 16) + 16;
    const top = y;
    const ground = draw('g');
    svg.append(ground);
    data.positions.issues.forEach((issue, number) => {
      const it = data.course.issues[number];
      if (it.stretches.length === 0 && it.offers.length === 0) return;
      const figures = it.stretches.some((s) => s.bands || s.some) || it.offers.length > 0 || it.settled.some((s) => s.bands);
      const inWords = it.stretches.filter((s) => !s.bands && !s.some);
      svg.append(text(4, y + 12, issue.name, { size: 13, weight: 600, width: width - 8 }));
      y += 20;
      if (figures) {
        const high = issue.names ? Math.max(54, (narrow ? 22 : 18) * issue.names.length) : 84;
        const base = y + high;
        const vertical = placer(issue, 0, high);
        const band = (b) => {
          const [from, size] = vertical(b);
          return [base - from - size, size];
        };
        svg.append(draw('rect', { x: axis.left, y, width: axis.width, height: high, class: 'track' }));
        if (issue.names) {
          issue.names.forEach((name, k) => {
            const middle = base - (high * (k + 0.5)) / issue.names.length;
            svg.append(text(left - 6, middle + 4, name, { size: 11, anchor: 'end', width: left - 10, kind: 'faint' }));
            if (k) svg.append(draw('line', { x1: axis.left, x2: axis.right, y1: base - (high * k) / issue.names.length, y2: base - (high * k) / issue.names.length, class: 'grid' }));
          });
        } else {
          svg.append(text(left - 6, base, `${issue.least}`, { size: 11, anchor: 'end', kind: 'faint' }), text(left - 6, y + 10, `${issue.most}`, { size: 11, anchor: 'end', kind: 'faint' }));
          wrap(issue.unit, left - 12, 2, 11).forEach((line, k) => svg.append(text(left - 6, y + high / 2 + 13 * k, line, { size: 11, anchor: 'end', kind: 'faint' })));
        }
        const others = [...new Set(it.stretches.map((s) => s.party))];
        it.stretches.filter((s) => s.bands || s.some).forEach((s) => {
          const [from, to] = axis.clip(axis.edge(s.from), Math.max(axis.edge(s.from) + 3, axis.edge(s.to)));
          const [, until] = axis.clip(0, axis.edge(s.until));
          const inset = issue.names && others.length > 1 ? others.indexOf(s.party) : -1;
          for (const b of [...(s.bands || []), ...(s.some || [])]) {
            let [at, size] = band(b);
            if (inset >= 0) {
              size = Math.max(4, (size - 2) / others.length);
              at += 1 + size * inset;
            }
            if (until > to) svg.append(draw('rect', { x: to, y: at, width: until - to, height: size, class: `${party(s.party)} stands` }));
            if (to > from) svg.append(area(svg, `${party(s.party)}${s.tentative ? ' tentative' : ''}`, PARTIES[Math.max(0, s.party) % 8], { x: from, y: at, width: Math.max(3, to - from), height: size }));
            if (axis.inside(axis.edge(s.from))) marks.push({ x: from + 4, y: at + size / 2, entry: s.from, says: () => ({ heading: `[${s.from}] ${s.who}`, text: s.text, source: entry(s.from).source }) });
          }
        });
        const boxes = [];
        it.gaps.forEach((g) => {
          const x = axis.edge(g.at) - 5;
          if (!axis.inside(x)) return;
          const [a] = band([g.high, g.high]);
          const [b, size] = band([g.low, g.low]);
          svg.append(draw('path', { d: `M${x - 3} ${a + (issue.names ? 8 : 3)} h6 M${x - 3} ${b + size - 3} h6 M${x} ${a + 3} V${b + size - 3}`, class: 'gap' }));
          const wide = measure(g.text, 11) + 6;
          const box = [x - wide - 4, (a + b + size) / 2 - 8, wide, 16];
          const free = box[0] > axis.left && boxes.every((o) => box[0] + box[2] < o[0] || o[0] + o[2] < box[0] || box[1] + box[3] < o[1] || o[1] + o[3] < box[1]);
          if (free) {
            boxes.push(box);
            svg.append(draw('rect', { x: box[0], y: box[1], width: box[2], height: box[3], class: 'panel' }), text(box[0] + 3, box[1] + 12, g.text, { size: 11 }));
          }
          marks.push({ x, y: (a + b + size) / 2, says: () => ({ heading: g.pair, text: g.text }) });
        });
        it.offers.forEach((o) => {
          const x = axis.mark(o.at);
          if (!axis.inside(x)) return;
          for (const b of o.bands || []) {
            const [at, size] = band(b);
            svg.append(draw('path', { d: moved(SYMBOLS[2], x, at + size / 2), class: `mark ${party(o.party)} ${o.alleged ? 'alleged' : 'offer'}` }));
            marks.push({ x, y: at + size / 2, entry: o.at, says: () => ({ heading: `[${o.at}] ${o.who}`, text: o.text, source: entry(o.at).source }) });
          }
        });
        it.settled.forEach((s, k) => {
          if (!s.bands) return;
          const [from, to] = axis.clip(axis.mark(s.at), k + 1 < it.settled.length ? axis.mark(it.settled[k + 1].at) : axis.right);
          for (const b of s.bands) {
            const [at, size] = band(b);
            svg.append(draw('line', { x1: from, x2: to, y1: at + size / 2, y2: at + size / 2, class: 'settled-line' }));
            if (axis.inside(axis.mark(s.at))) {
              svg.append(draw('path', { d: moved(SYMBOLS[2], from, at + size / 2), class: 'settled' }));
              marks.push({ x: from, y: at + size / 2, entry: s.at, says: () => ({ heading: `[${s.at}] ${issue.name}`, text: s.text }) });
            }
          }
        });
        y = base + 4;
      }
      [...new Set(inWords.map((s) => s.party))].forEach((who) => {
        inWords.filter((s) => s.party === who).forEach((s) => {
          const [from, to] = axis.clip(axis.edge(s.from), Math.max(axis.edge(s.from) + 12, axis.edge(s.to)));
          const [, until] = axis.clip(0, axis.edge(s.until));
          if (to - from < 2) return;
          if (until > to) svg.append(draw('line', { x1: to, x2: until, y1: y + 10, y2: y + 10, class: `${party(who)} standing-words` }));
          svg.append(draw('rect', { x: from, y: y + 1, width: to - from, height: 18, rx: 3, class: `${party(who)} in-words` }));
          svg.append(text(from + 5, y + 14, s.text, { size: 11, width: to - from - 10, kind: 'words' }));
          marks.push({ x: from + 8, y: y + 10, entry: s.from, says: () => ({ heading: `[${s.from}] ${s.who}`, text: s.text, source: entry(s.from).source }) });
        });
        svg.append(text(left - 6, y + 14, data.positions.principals[who] || '', { size: 11, anchor: 'end', width: left - 10, kind: 'faint' }));
        y += 22;
      });
      y += 12;
    });
    behind(ground, axis, top, y - 6, true);
    ruler(svg, axis, y - 6, y);
    veil(svg, axis, top, y);
    marks.sort((a, b) => (a.entry || 0) - (b.entry || 0));
    tall(svg, y + 26);
    return { svg, marks };
  };

  /* ---- Agreements, and the path through the stages ---- */

  const OVER = { FULFILLED: 'good', EXPIRED: 'over', TERMINATED: 'bad', REPLACED: 'over', REFUSED: 'bad' };
  const agreements = (width) => {
    const svg = sheet(width, 10);
    const marks = [];
    const left = 12;
    const axis = axisOf(left, width - left - 14);
    let y = 20;
    const top = y;
    const ground = draw('g');
    svg.append(ground);
    data.agreements.agreements.forEach((it) => {
      svg.append(text(left, y + 12, it.name, { weight: 600, width: width - 20 }));
      y += 18;
      it.turns.forEach((turn, k) => {
        const next = it.turns[k + 1];
        const [from, to] = axis.clip(axis.mark(turn.at), next ? axis.mark(next.at) : OVER[turn.stage] ? axis.mark(turn.at) : axis.right);
        const label = turn.text.split(' ')[0];
        if (OVER[turn.stage]) {
          if (axis.inside(axis.mark(turn.at))) {
            svg.append(draw('path', { d: OVER[turn.stage] === 'bad' ? `M${from - 6} ${y + 4} l12 12 m0 -12 l-12 12` : `M${from - 6} ${y + 10} l4 5 l8 -10`, class: `end ${OVER[turn.stage]}` }));
            const shown = turn.text;
            const wide = measure(shown, 11);
            const onLeft = from + 12 + wide > width - 4;
            if (!onLeft || k === 0) svg.append(text(onLeft ? width - 4 : from + 12, y + 14, shown, { size: 11, anchor: onLeft ? 'end' : 'start' }));
            else svg.append(text(width - 4, y + 32, shown, { size: 11, anchor: 'end' }));
          }
        } else if (to - from >= 1) {
          svg.append(draw('rect', { x: from, y: y + 2, width: to - from, height: 16, rx: 2, class: `stage ${turn.stage}` }));
          const words = [turn.text, turn.text.replace(/ [\[].*$/, ''), turn.text.replace(/ (on|in|at some|by|from) .*$/, '')].find((t) => measure(t, 11) + 10 < to - from);
          if (words) svg.append(text(from + 5, y + 14, words, { size: 11, kind: 'on-stage' }));
        }
        marks.push({ x: Math.max(from, left + 4), y: y + 10, entry: turn.at, says: () => ({ heading: it.name, text: turn.text, source: entry(turn.at).source }) });
      });
      y += 20;
      const seen = new Map();
      const dot = (at, kind, says) => {
        const place = axis.mark(at);
        if (!axis.inside(place)) return;
        const before = seen.get(Math.round(place)) || 0;
        seen.set(Math.round(place), before + 1);
        const x = Math.min(axis.right, place + before * 9);
        svg.append(draw('path', { d: kind === 'done' ? moved(SYMBOLS[0], x, y + 9) : moved(SYMBOLS[3], x, y + 9), class: `dot ${kind}` }));
        marks.push({ x, y: y + 9, entry: at, says });
      };
      it.consents.forEach((c) => dot(c.at, c.stands ? 'given' : 'refused', () => ({ heading: it.name, text: c.text, source: entry(c.at).source })));
      it.done.forEach((d) => dot(d.at, 'done', () => ({ heading: d.text, text: entry(d.at).text, source: entry(d.at).source })));
      y += 26;
    });
    behind(ground, axis, top, y - 4, true);
    ruler(svg, axis, top, y);
    veil(svg, axis, top, y);
    const items = [[(x, at) => draw('path', { d: moved(SYMBOLS[3], x, at), class: 'dot given' }), words.consent]];
    if (data.agreements.agreements.some((a) => a.consents.some((c) => !c.stands))) items.push([(x, at) => draw('path', { d: moved(SYMBOLS[3], x, at), class: 'dot refused' }), words.refusal]);
    if (data.agreements.agreements.some((a) => a.done.length)) items.push([(x, at) => draw('path', { d: moved(SYMBOLS[0], x, at), class: 'dot done' }), words.delivery]);
    tall(svg, legend(svg, items, 4, y + 40));
    return { svg, marks };
  };
  const stages = (width) => {
    const it = data.stands;
    const svg = sheet(width, 10);
    const marks = [];
    const left = Math.min(130, 20 + Math.max(...it.names.map((n) => measure(n, 12))));
    const axis = axisOf(left, width - left - 14);
    const row = (k) => 24 + 28 * k;
    const bottom = row(it.names.length - 1) + 18;
    behind(svg, axis, 14, bottom, true);
    it.names.forEach((name, k) => svg.append(text(4, row(k) + 4, name, { width: left - 10 }), draw('line', { x1: axis.left, x2: axis.right, y1: row(k), y2: row(k), class: 'grid' })));
    let path = `M${axis.left} ${row(it.start)}`;
    let at = it.start;
    let taken = -Infinity;
    it.changes.forEach((c) => {
      const [x] = axis.clip(axis.mark(c.at), 0);
      path += ` H${x} V${row(c.to)}`;
      at = c.to;
    });
    svg.append(draw('path', { d: `${path} H${axis.right}`, class: 'path' }));
    it.changes.forEach((c) => {
      const x = axis.mark(c.at);
      if (!axis.inside(x)) return;
      svg.append(draw('circle', { cx: x, cy: row(c.to), r: 5, class: 'path-mark' }));
      const label = `[${c.at}]`;
      if (x - 4 > taken) {
        svg.append(text(x + 5, row(c.to) - 7, label, { size: 11 }));
        taken = x + measure(label, 11) + 4;
      }
      marks.push({ x, y: row(c.to), entry: c.at, says: () => ({ ...entry(c.at), heading: `[${c.at}] ${it.names[c.to]}` }) });
    });
    ruler(svg, axis, bottom - 4, bottom);
    veil(svg, axis, 14, bottom);
    tall(svg, bottom + 26);
    return { svg, marks };
  };

  /* ---- What waits for what; accounts ---- */

  const linkage = (width) => {
    const it = data.linkage;
    const svg = sheet(width, 10);
    const marks = [];
    const arcs = Math.min(150, width * 0.28);
    const row = (i) => 22 + 40 * i;
    it.edges.forEach((e) => {
      const [from, to] = [row(e.from), row(e.to)];
      const bow = Math.min(arcs - 14, 24 + Math.abs(e.to - e.from) * 16) * (e.to > e.from ? 1 : 0.8);
      const kind = `arc${e.ring ? ' ring' : ''}${e.after ? '' : ' together'}`;
      const shift = e.to > e.from ? 3 : -3;
      svg.append(draw('path', { d: `M${arcs} ${from + shift} C${arcs - bow} ${from + shift} ${arcs - bow} ${to - shift} ${arcs - 12} ${to - shift}`, class: kind }), draw('path', { d: `M${arcs - 14} ${to - shift - 5} l9 5 l-9 5 z`, class: `head${e.ring ? ' ring' : ''}` }));
    });
    it.nodes.forEach((n, i) => {
      svg.append(draw('circle', { cx: arcs, cy: row(i), r: 8, class: `${party(n.party)} chip` }));
      svg.append(text(arcs + 16, row(i) - 1, n.name, { weight: 600, width: width - arcs - 24 }), text(arcs + 16, row(i) + 14, n.by, { size: 11, width: width - arcs - 24, kind: 'faint' }));
      marks.push({ x: arcs, y: row(i), says: () => ({ heading: n.name, text: n.text, source: n.by }) });
    });
    const items = [[(x, y) => draw('path', { d: `M${x - 8} ${y} h16`, class: 'arc' }), words.after], [(x, y) => draw('path', { d: `M${x - 8} ${y} h16`, class: 'arc together' }), words.together]];
    if (it.edges.some((e) => e.ring)) items.push([(x, y) => draw('path', { d: `M${x - 8} ${y} h16`, class: 'arc ring' }), words.ring]);
    tall(svg, legend(svg, items, 4, row(it.nodes.length - 1) + 40));
    return { svg, marks };
  };
  const account = (it) => (width) => {
    const svg = sheet(width, 10);
    const marks = [];
    const rows = [...it.bars, { ...it.sum, number: null, start: 0, total: true }];
    const end = (b) => (b.total ? Math.max(b.low || 0, b.high || 0) : +b.start + Math.max(b.number || 0, b.high || 0, b.low || 0));
    const most = Math.max(...rows.map(end), 1) * 1.05;
    const narrow = width < 560;
    const left = narrow ? 8 : Math.min(240, 20 + Math.max(...rows.map((r) => measure(r.label, 12))));
    const room = width - left - (narrow ? 90 : 140);
    const x = (v) => left + (room * v) / most;
    let y = 10;
    rows.forEach((b, i) => {
      if (narrow) {
        svg.append(text(left, y + 12, b.label, { width: width - 16 }));
        y += 18;
      } else svg.append(text(left - 10, y + 16, b.label, { anchor: 'end', width: left - 14 }));
      const known = b.number !== null && b.number !== undefined;
      const from = x(+b.start);
      const to = known ? x(+b.start + +b.number) : from;
      const kind = i === 0 ? 'STATED' : b.total ? 'UNREPORTED' : party(1 + (i % 2));
      if (known) svg.append(area(svg, kind, i === 0 ? '/' : i % 2 ? '\\' : '.', { x: from, y: y + 2, width: Math.max(2, to - from), height: 18 }));
      const low = b.low === null || b.low === undefined ? from : x(+b.start + +b.low);
      const open = b.high === null || b.high === undefined;
      const high = open ? left + room : x(+b.start + +b.high);
      let reach = to;
      if (b.total || open || !known || +b.low !== +b.high) {
        svg.append(draw('path', { d: `M${low} ${y + 11} H${high} M${low} ${y + 6} v10 ${open ? `M${high - 6} ${y + 6} l7 5 l-7 5` : `M${high} ${y + 6} v10`}`, class: 'gap' }));
        reach = Math.max(reach, high);
      }
      wrap(b.text, width - reach - 14, 2, 11).forEach((line, k, all) => svg.append(text(reach + 8, y + 15 + (all.length > 1 ? -6 : 0) + 13 * k, line, { size: 11 })));
      marks.push({ x: (from + Math.max(to, low)) / 2, y: y + 11, says: () => ({ heading: b.label, text: b.text, source: b.source }) });
      y += 30;
    });
    tall(svg, y + 4);
    return { svg, marks };
  };

  /* ---- The record: search, filters, the chosen entry, citations ---- */

  const table = $('entries');
  const all = table ? [...table.tBodies[0].rows] : [];
  let searchable = null;
  const filter = () => {
    const form = $('filters');
    if (!form) return;
    const sought = state.q.trim().toLowerCase();
    if (sought && !searchable) searchable = all.map((row) => row.textContent.toLowerCase());
    let count = 0;
    all.forEach((row, i) => {
      const keep = (state.party === '*' || row.dataset.party === state.party || (row.dataset.concerns || '').split(' ').includes(state.party))
        && (state.issue === '*' || (row.dataset.issue || '').split(' ').includes(state.issue))
        && (state.source === '*' || row.dataset.source === state.source)
        && (!sought || searchable[i].includes(sought));
      if (row.hidden === keep) row.hidden = !keep;
      count += keep;
    });
    $('shown').textContent = fill(words.shown, count, all.length);
  };
  const mark = () => {
    for (const row of document.querySelectorAll('#entries .chosen')) row.classList.remove('chosen');
    const row = state.entry && $(`e${state.entry}`);
    if (row) row.classList.add('chosen');
    return row;
  };
  const choose = (number) => {
    state.entry = number;
    mark();
    write();
    again(true);
  };
  const reach = () => {
    const row = mark();
    if (!row) return;
    if (row.hidden) {
      Object.assign(state, { q: '', party: '*', issue: '*', source: '*' });
      setForm();
      filter();
    }
    row.scrollIntoView({ block: 'center' });
  };
  const setForm = () => {
    const form = $('filters');
    for (const name of ['q', 'party', 'issue', 'source']) form.elements[name].value = state[name];
    for (const name of ['party', 'issue', 'source']) if (form.elements[name].value !== state[name]) form.elements[name].value = state[name] = '*';
  };
  const record = () => {
    const form = $('filters');
    if (!form) return;
    form.hidden = false;
    const taken = () => {
      for (const name of ['q', 'party', 'issue', 'source']) state[name] = form.elements[name].value;
      filter();
      write();
    };
    form.addEventListener('input', taken);
    form.addEventListener('reset', () => setTimeout(taken));
    form.addEventListener('submit', (event) => event.preventDefault());
    setForm();
    filter();
  };
  let floating = null;
  const unfloat = () => {
    if (floating) floating.remove();
    floating = null;
  };
  const float = (link) => {
    const it = entry(+link.hash.slice(2));
    unfloat();
    floating = tipped(it);
    floating.classList.add('floating');
    document.body.append(floating);
    const box = link.getBoundingClientRect();
    floating.style.left = `${Math.max(8, Math.min(innerWidth - floating.offsetWidth - 8, box.left)) + scrollX}px`;
    const above = box.top > floating.offsetHeight + 12;
    floating.style.top = `${(above ? box.top - floating.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
  };
  const cite = (target) => target instanceof Element && target.closest('a.cite');
  for (const [shows, hides] of [['mouseover', 'mouseout'], ['focusin', 'focusout']]) {
    document.addEventListener(shows, (event) => { if (cite(event.target)) float(cite(event.target)); });
    document.addEventListener(hides, (event) => { if (cite(event.target)) unfloat(); });
  }
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') unfloat(); });

  /* ---- The record as it was known ---- */

  const cited = (line) => {
    const made = document.createDocumentFragment();
    let from = 0;
    for (const found of line.matchAll(/"[^"]*"|\[([1-9]\d{0,8})\]/g)) {
      if (!found[1]) continue;
      made.append(line.slice(from, found.index), element('a', { href: `#e${found[1]}`, class: 'cite' }, found[0]));
      from = found.index + found[0].length;
    }
    made.append(line.slice(from));
    return made;
  };
  const look = () => {
    const here = moments[moment()];
    const last = moments[moments.length - 1];
    if (!here || !$('known')) return;
    const list = $('sentences');
    const now = new Set(last.sentences);
    list.replaceChildren(...here.sentences.map((s) => {
      const item = element('li', { dir: 'auto' }, cited(data.summary.texts[s]));
      if (!now.has(s)) item.className = 'differs';
      return item;
    }));
    $('known-at').value = moment();
    const when = inRow($(`e${here.entry}`) || document.body, 'date');
    const verdicts = here.rounds.map((r) => data.summary.texts[r]).join('; ');
    $('known-told').textContent = isNow()
      ? fill(words.knownnow, here.entry)
      : `${fill(words.knownat, here.entry, when || '?')} ${data.summary.texts[here.stage]}. ${verdicts ? `${words.rounds}: ${verdicts}.` : ''} ${words.marked}`;
    document.documentElement.classList.toggle('then', !isNow());
  };
  const slider = () => {
    const form = $('known');
    if (!form || moments.length < 2) return;
    form.hidden = false;
    $('known-at').max = moments.length - 1;
    const to = (index) => {
      state.at = index >= moments.length - 1 ? 0 : moments[index].entry;
      write();
      look();
      again();
    };
    $('known-at').addEventListener('input', () => to(+$('known-at').value));
    $('known-now').addEventListener('click', () => to(moments.length - 1));
    form.addEventListener('submit', (event) => event.preventDefault());
    look();
  };

  read();
  slider();
  if (moments.length) chart('overview-chart', overview);
  if (SIZE) chart('timeline-chart', timeline, true);
  if (data.course) chart('course-chart', course, true);
  if (data.agreements && data.agreements.agreements.length) chart('agreements-chart', agreements, true);
  if (data.stands && data.stands.changes.length) chart('stages-chart', stages, true);
  if (data.linkage) chart('linkage-chart', linkage);
  if (data.accounts) data.accounts.accounts.forEach((it, i) => chart(`accounts-chart-${i}`, account(it)));
  record();
  if (state.entry) reach();
  addEventListener('hashchange', () => {
    const before = JSON.stringify(state);
    read();
    if (JSON.stringify(state) !== before) {
      look();
      if ($('filters')) setForm();
      filter();
      again();
      document.querySelectorAll('.tools .axis').forEach((b) => { b.textContent = state.axis === 'time' ? words.bytime : words.byorder; });
    }
    if (/^#e\d+$/.test(location.hash)) reach();
    write();
  });
  const paper = (on) => {
    if (printing === on) return;
    printing = on;
    unfloat();
    again();
  };
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
  document.documentElement.dataset.drawn = String(charts.length);
})();
