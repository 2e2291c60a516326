'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const words = data.words;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const charts = [];
  let printing = false;

  const LIGHT = {
    ink: '#1c2126', faint: '#545d66', line: '#d3d8dd', panel: '#ffffff', alarm: '#b3261e', accent: '#1f5fa8',
    parties: ['#1f5fa8', '#b4520a', '#1b7f5c', '#8a3ea8', '#a3304a', '#5b6770', '#7a6a00', '#0b7285'],
    verdicts: { MOVED: '#1a7f4e', MIXED: '#7a3fa0', STATED: '#1f5fa8', HELD: '#8a7118', REGRESSED: '#b3261e', UNREPORTED: '#545d66', OPEN: '#545d66' },
    kinds: ['#1c2126', '#b4520a', '#1f5fa8', '#6f8296', '#b3261e', '#1b7f5c', '#8a3ea8'],
  };
  const DARK = {
    ink: '#e8ebee', faint: '#a9b3bc', line: '#3a434c', panel: '#1b2025', alarm: '#ff9a92', accent: '#7db4f0',
    parties: ['#7db4f0', '#f0a35c', '#5fcaa0', '#cf9be8', '#f08fa3', '#aeb8c2', '#d9c95a', '#66d0e0'],
    verdicts: { MOVED: '#5cc993', MIXED: '#cf9be8', STATED: '#7db4f0', HELD: '#d9bf6a', REGRESSED: '#ff9a92', UNREPORTED: '#a9b3bc', OPEN: '#a9b3bc' },
    kinds: ['#f2f4f6', '#f0a35c', '#7db4f0', '#8fa2b5', '#ff9a92', '#5fcaa0', '#cf9be8'],
  };
  const theme = () => (dark.matches && !printing ? DARK : LIGHT);
  const party = (colours, index) => (index < 0 ? colours.faint : colours.parties[index % colours.parties.length]);
  const fill = (text, ...values) => values.reduce((t, v, i) => t.replace(`{${i}}`, () => v), text);
  const narrow = (div) => div.clientWidth < 560;
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

  /** A small drawing that repeats: verdicts and parties are told apart without their colours. */
  const pattern = (colour, kind, ground) => {
    const tile = document.createElement('canvas');
    tile.width = tile.height = 8;
    const pen = tile.getContext('2d');
    pen.globalAlpha = 0.16;
    pen.fillStyle = colour;
    if (ground) pen.fillRect(0, 0, 8, 8);
    pen.globalAlpha = 0.75;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.2;
    const lines = { '/': [[0, 8, 8, 0], [-2, 2, 2, -2], [6, 10, 10, 6]], '\\': [[0, 0, 8, 8], [-2, 6, 2, 10], [6, -2, 10, 2]], '-': [[0, 4, 8, 4]], '|': [[4, 0, 4, 8]] };
    for (const stroke of kind) {
      for (const [x, y, u, v] of lines[stroke] || []) {
        pen.beginPath();
        pen.moveTo(x, y);
        pen.lineTo(u, v);
        pen.stroke();
      }
      if (stroke === '.') pen.fillRect(3, 3, 2, 2);
    }
    return { image: tile, repeat: 'repeat' };
  };
  const VERDICTS = { MOVED: '/', MIXED: '/\\', STATED: '.', HELD: '-', REGRESSED: '\\', UNREPORTED: '', OPEN: '' };
  const PARTIES = ['/', '\\', '.', '-', '|', '/\\', '-|', ''];

  const element = (name, text, dir) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (dir) made.dir = 'auto';
    return made;
  };
  const tip = (heading, text, source) => {
    const box = document.createElement('div');
    box.className = 'tip';
    box.append(element('b', heading, true));
    for (const line of (text || '').split('\n')) box.append(element('div', line, true));
    if (source) box.append(element('small', source, true));
    return box;
  };
  /** The table has the entries already: a mark reads its row. */
  const entry = (number) => {
    const cells = document.getElementById(`e${number}`).cells;
    const text = (i) => [...cells[i].childNodes].map((n) => n.textContent || '\n').join('');
    const noted = text(6) ? ` (${text(6)})` : '';
    return { heading: `[${number}] ${text(2)} ${text(3)}`, text: text(4) + noted, source: text(5) };
  };
  const spoken = (it) => [it.heading, it.text, it.source].filter(Boolean).join('. ');
  const shown = (it) => tip(it.heading, it.text, it.source);

  const common = (colours) => ({
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { color: colours.ink, fontFamily: FONT },
    aria: { enabled: false },
    tooltip: {
      confine: true, transitionDuration: 0, backgroundColor: colours.panel, borderColor: colours.faint,
      textStyle: { color: colours.ink, fontFamily: FONT, fontSize: 13 },
    },
  });
  const axis = (colours) => ({
    axisLine: { lineStyle: { color: colours.faint } },
    axisTick: { lineStyle: { color: colours.faint } },
    axisLabel: { color: colours.ink },
    splitLine: { lineStyle: { color: colours.line } },
  });

  /**
   * Draws a chart, again when the colours or the width change, and lets the arrow keys go through
   * its marks: each has a series, a place in it, and what it says.
   */
  const draw = (id, options, marks) => {
    const div = document.getElementById(id);
    if (!div) return;
    div.setAttribute('aria-labelledby', `${id}-label`);
    const chart = echarts.init(div, null, { renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) });
    const again = () => {
      chart.resize();
      chart.setOption(options(theme(), div), true);
    };
    chart.setOption(options(theme(), div), true);
    charts.push(again);
    let width = div.clientWidth;
    new ResizeObserver(() => {
      if (div.clientWidth !== width) again();
      width = div.clientWidth;
    }).observe(div);
    let at = -1;
    const hide = () => {
      chart.dispatchAction({ type: 'hideTip' });
      chart.dispatchAction({ type: 'downplay' });
    };
    div.addEventListener('keydown', (event) => {
      const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity, Escape: 0 };
      if (!(event.key in steps) || marks.length === 0) return;
      event.preventDefault();
      hide();
      if (event.key === 'Escape') return;
      at = Math.max(0, Math.min(marks.length - 1, at + steps[event.key]));
      const mark = marks[at];
      if (mark.reveal) mark.reveal(chart);
      const place = { seriesIndex: mark.series, dataIndex: mark.index };
      chart.dispatchAction({ type: 'highlight', ...place });
      chart.dispatchAction({ type: 'showTip', ...place });
      document.getElementById('told').textContent = `${fill(words.place, at + 1, marks.length)}. ${spoken(mark.says())}`;
    });
    div.addEventListener('blur', hide);
    return chart;
  };

  const WINDOW = 120;
  const zoom = (size, colours) => size <= WINDOW ? [] : [
    { type: 'slider', xAxisIndex: 'all', startValue: size - WINDOW, endValue: size + 1, bottom: 6, height: 18, textStyle: { color: colours.ink }, brushSelect: false, showDetail: false },
    { type: 'inside', xAxisIndex: 'all', startValue: size - WINDOW, endValue: size + 1, zoomOnMouseWheel: 'ctrl' },
  ];
  /** An axis of entries, on which a date stands where it begins, if there is room for it. */
  const entries = (colours, size, most, div) => ({
    type: 'value', min: 0, max: most, minInterval: 1, ...axis(colours),
    splitLine: { show: false },
    axisLabel: { color: colours.faint, hideOverlap: true, formatter: (value) => (value >= 1 && value <= size && value % 1 === 0 ? `[${value}]` : '') },
    splitNumber: narrow(div) ? 4 : 10,
  });

  const timeline = () => {
    const it = data.timeline;
    if (!it.marks || it.marks.length === 0) return;
    const size = it.marks.length;
    const kinds = words.kinds.split('|');
    const symbols = ['rect', 'triangle', 'diamond', 'circle', 'path://M0 2 L2 0 L5 3 L8 0 L10 2 L7 5 L10 8 L8 10 L5 7 L2 10 L0 8 L3 5 Z', 'path://M5 0 L6.5 3.5 L10 3.8 L7.3 6.2 L8.2 10 L5 8 L1.8 10 L2.7 6.2 L0 3.8 L3.5 3.5 Z', 'path://M0 7 L7 0 L10 3 L3 10 L0 10 Z'];
    const ahead = it.deadlines.filter((d) => d.after >= size).length;
    const most = size + 1 + ahead * Math.max(1, Math.round(Math.min(size, WINDOW) / 10));
    const lanes = [words.rounds, ...it.lanes, ...(it.deadlines.length ? [words.deadlines] : [])];
    const row = (lane) => lanes.length - 1 - lane;
    const series = kinds.map(() => []);
    for (const [number, lane, kind, word] of it.marks) series[kind].push([number, row(lane + 1), word]);
    const deadlines = it.deadlines.map((d, i) => {
      const before = it.deadlines.slice(0, i).filter((o) => o.after === d.after).length;
      const step = d.after >= size ? (most - size) / (ahead + 1) : 0.5;
      return { d, at: d.after + step * (before + (d.after >= size ? 1 : 1)) };
    });
    const options = (colours, div) => {
      let taken = 0;
      const small = narrow(div);
      const left = Math.min(small ? 118 : 230, 28 + 7 * Math.max(...lanes.map((l) => l.length)));
      return {
        ...common(colours),
        legend: { data: kinds.filter((_, k) => series[k].length), top: 4, left: 'center', itemWidth: 12, itemHeight: 12, textStyle: { color: colours.ink }, type: small ? 'scroll' : 'plain', pageTextStyle: { color: colours.ink }, pageIconColor: colours.ink },
        grid: { left, right: 16, top: 40, bottom: size > WINDOW ? 78 : 50 },
        xAxis: entries(colours, size, most, div),
        yAxis: {
          type: 'category', data: [...lanes].reverse(), ...axis(colours),
          axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: colours.line } },
          axisLabel: { color: colours.ink, width: left - 14, overflow: 'truncate', fontSize: small ? 11 : 12, interval: 0 },
        },
        dataZoom: zoom(size, colours),
        series: [
          ...kinds.map((name, k) => ({
            name, type: 'scatter', z: 5, symbol: symbols[k], symbolSize: small ? 9 : 12, cursor: 'default',
            itemStyle: { color: colours.kinds[k] },
            emphasis: { scale: 1.6, itemStyle: { borderColor: colours.ink, borderWidth: 2 } },
            data: series[k].map(([x, y, word]) => ({
              value: [x, y],
              ...(word === 1 ? { itemStyle: { color: colours.panel, borderColor: colours.kinds[k], borderWidth: 2 } } : {}),
              ...(word === 2 ? { itemStyle: { color: 'transparent', borderColor: colours.faint, borderWidth: 1 }, label: { show: true, formatter: '\u2715', color: colours.ink, fontSize: 11 } } : {}),
            })),
            tooltip: { formatter: (p) => shown(entry(p.value[0])) },
          })),
          {
            type: 'custom', z: 1, data: it.rounds.map((r) => [r.from, r.to, row(0)]), encode: { x: [0, 1], y: 2 }, clip: true,
            tooltip: { formatter: (p) => tip(`${words.rounds} ${it.rounds[p.dataIndex].number}`, it.rounds[p.dataIndex].text) },
            renderItem: (params, api) => {
              const r = it.rounds[params.dataIndex];
              const [x, y] = api.coord([r.from - 0.5, row(0)]);
              const end = api.coord([r.to + 0.5, row(0)])[0];
              const height = api.size([0, 1])[1];
              const colour = colours.verdicts[r.verdict];
              const silent = r.verdict === 'UNREPORTED' || r.verdict === 'OPEN';
              const top = y - height * 0.4;
              const wide = end - x;
              const label = wide > 110 ? `${r.number} ${r.verdict === 'OPEN' ? words.open : r.verdict}` : wide > 26 ? `${r.number} ${r.letter}` : wide > 10 ? r.letter : '';
              const bottom = params.coordSys.y + params.coordSys.height;
              const pill = label.length * 7.4 + 8;
              return {
                type: 'group', children: [
                  { type: 'rect', shape: { x, y: top, width: wide, height: bottom - top }, style: { fill: colour, opacity: silent ? 0.03 : 0.07 }, silent: true },
                  { type: 'rect', shape: { x: x + 1, y: top, width: Math.max(1, wide - 2), height: height * 0.8, r: 3 }, style: { fill: silent ? 'transparent' : pattern(colour, VERDICTS[r.verdict], true), stroke: colour, lineWidth: 1.5, lineDash: silent ? [4, 4] : null } },
                  ...(label ? [
                    { type: 'rect', silent: true, shape: { x: x + wide / 2 - Math.min(pill, wide - 4) / 2, y: y - 9, width: Math.min(pill, wide - 4), height: 18, r: 3 }, style: { fill: colours.panel } },
                    { type: 'text', silent: true, style: { text: label, x: x + wide / 2, y, align: 'center', verticalAlign: 'middle', fill: silent ? colours.ink : colour, font: `bold 12px ${FONT}` } },
                  ] : []),
                ],
              };
            },
          },
          {
            type: 'custom', z: 2, silent: true, data: it.dates.map((d) => [d.at]), encode: { x: 0 },
            renderItem: (params, api) => {
              const x = api.coord([it.dates[params.dataIndex].at - 0.5, 0])[0];
              if (params.dataIndexInside === 0) taken = 0;
              const y = params.coordSys.y + params.coordSys.height;
              const text = it.dates[params.dataIndex].text;
              if (x < params.coordSys.x - 1 || x > params.coordSys.x + params.coordSys.width) return null;
              const end = x + 8 + text.length * 6;
              const fits = x >= taken && end < div.clientWidth;
              if (fits) taken = end;
              return {
                type: 'group', children: [
                  { type: 'line', shape: { x1: x, x2: x, y1: params.coordSys.y, y2: y + 34 }, style: { stroke: colours.line, lineDash: [2, 3] } },
                  ...(fits ? [{ type: 'text', style: { text, x: x + 3, y: y + 22, verticalAlign: 'top', fill: colours.ink, font: `11px ${FONT}` } }] : []),
                ],
              };
            },
          },
          {
            type: 'custom', z: 6, clip: true, data: deadlines.map(({ at }) => [at, 0]), encode: { x: 0, y: 1 },
            tooltip: { formatter: (p) => tip(deadlines[p.dataIndex].d.name, `${deadlines[p.dataIndex].d.date}\n${deadlines[p.dataIndex].d.words}`) },
            renderItem: (params, api) => {
              const { d, at } = deadlines[params.dataIndex];
              const [x, y] = api.coord([at, 0]);
              const onRight = x > params.coordSys.x + params.coordSys.width / 2;
              return {
                type: 'group', children: [
                  { type: 'line', shape: { x1: x, x2: x, y1: params.coordSys.y, y2: params.coordSys.y + params.coordSys.height }, style: { stroke: colours.alarm, lineWidth: 2, lineDash: [6, 3] } },
                  { type: 'rect', shape: { x: x - 5, y: y - 5, width: 10, height: 10 }, style: { fill: colours.alarm } },
                  { type: 'text', style: { text: small ? d.date : `${d.name}: ${d.date}`, x: x + (onRight ? -9 : 9), y, align: onRight ? 'right' : 'left', verticalAlign: 'middle', fill: colours.alarm, font: `bold 11px ${FONT}` } },
                ],
              };
            },
          },
        ],
      };
    };
    const place = kinds.map(() => 0);
    const marks = it.marks.map(([number, , kind]) => ({
      series: kind, index: place[kind]++, says: () => entry(number),
      reveal: (chart) => {
        const slider = chart.getOption().dataZoom[0];
        if (slider && (number < slider.startValue || number > slider.endValue)) {
          const start = Math.max(0, Math.min(number - WINDOW / 2, size + 1 - WINDOW));
          chart.dispatchAction({ type: 'dataZoom', startValue: start, endValue: start + WINDOW + 1 });
        }
      },
    }));
    it.deadlines.forEach((d, i) => marks.push({ series: kinds.length + 2, index: i, says: () => ({ heading: d.name, text: `${d.date}. ${d.words}` }) }));
    draw('timeline-chart', options, marks);
  };

  const positions = () => data.positions.issues.forEach((issue, number) => {
    const size = data.timeline.marks.length;
    const named = issue.names;
    const drawn = issue.stretches.some((s) => s.bands) || issue.offers.length > 0;
    const inWords = issue.stretches.filter((s) => !s.bands);
    const speakers = [...new Set(inWords.map((s) => s.party))];
    const parties = [...new Set([...issue.stretches, ...issue.offers].map((s) => s.party))].sort((a, b) => a - b);
    const options = (colours, div) => {
      const small = narrow(div);
      const left = named ? Math.min(small ? 96 : 170, 24 + 7 * Math.max(...named.map((n) => n.length))) : 62;
      const strip = speakers.length ? 10 + 24 * speakers.length : 0;
      const foot = size > WINDOW ? 62 : 30;
      const x = entries(colours, size, size + 1, div);
      const rounds = (params, api, bottom) => data.timeline.rounds.flatMap((r) => {
        const span = clipped(params, api, { from: r.from, to: r.to + 1 });
        if (!span) return [];
        const [start, end] = span;
        const whole = `${words.round} ${r.number} ${r.letter}`;
        const text = end - start > whole.length * 6.6 ? whole : end - start > 22 ? `${r.number} ${r.letter}` : '';
        return [
          { type: 'line', silent: true, shape: { x1: start, x2: start, y1: 30, y2: bottom }, style: { stroke: colours.faint, lineDash: [2, 3] } },
          { type: 'line', silent: true, shape: { x1: end, x2: end, y1: 30, y2: bottom }, style: { stroke: colours.faint, lineDash: [2, 3] } },
          { type: 'text', silent: true, style: { text, x: (start + end) / 2, y: 32, align: 'center', fill: colours.faint, font: `11px ${FONT}` } },
        ];
      });
      const clipped = (params, api, s) => {
        const { x: from, width } = params.coordSys;
        const start = Math.max(from, api.coord([s.from - 0.5, 0])[0]);
        const end = Math.min(from + width, api.coord([s.to - 0.5, 0])[0]);
        return end > from && start < from + width ? [start, end] : null;
      };
      const labelled = (text, start, end) => {
        const room = Math.floor((end - start - 8) / 6.6);
        return room < 4 ? '' : text.length > room ? `${text.slice(0, room - 1)}\u2026` : text;
      };
      return {
        ...common(colours),
        legend: { show: true, top: 2, left: 'center', selectedMode: false, itemWidth: 16, itemHeight: 12, textStyle: { color: colours.ink },
          data: parties.map((p) => data.positions.principals[p]) },
        grid: [
          { left, right: 16, top: 54 + strip, bottom: foot, show: drawn, borderColor: 'transparent' },
          { left, right: 16, top: 50, height: Math.max(1, strip - 8) },
        ],
        xAxis: [
          { ...x, gridIndex: 0, show: drawn },
          { ...x, gridIndex: 1, show: !drawn },
        ],
        yAxis: [
          named
            ? { gridIndex: 0, show: drawn, type: 'category', data: named, ...axis(colours), axisTick: { show: false }, splitLine: { show: true, lineStyle: { color: colours.line } }, axisLabel: { color: colours.ink, width: left - 14, overflow: 'break', lineHeight: 13, interval: 0, fontSize: small ? 11 : 12 } }
            : { gridIndex: 0, show: drawn, type: 'value', min: issue.least, max: issue.most, ...axis(colours), splitNumber: 5, name: small ? '' : issue.unit, nameLocation: 'middle', nameGap: 46, nameTextStyle: { color: colours.faint } },
          { gridIndex: 1, type: 'category', data: speakers.length ? speakers.map(String).reverse() : [''], show: false },
        ],
        dataZoom: zoom(size, colours),
        series: [
          ...data.positions.principals.map((name, p) => ({ name, type: 'bar', data: [], xAxisIndex: 0, yAxisIndex: 0, itemStyle: { color: pattern(party(colours, p), PARTIES[p % PARTIES.length], true), borderColor: party(colours, p), borderWidth: 1 } })),
          {
            type: 'custom', xAxisIndex: 0, yAxisIndex: 0, z: 3,
            data: issue.stretches.map((s) => [s.from, s.bands && s.bands.length ? s.bands[0][1] : issue.least || 0]), encode: { x: 0, y: 1 },
            tooltip: { formatter: (p) => shown(said(issue.stretches[p.dataIndex])) },
            renderItem: (params, api) => {
              const s = issue.stretches[params.dataIndex];
              const span = clipped(params, api, s);
              if (!span || !s.bands) return null;
              const [start, end] = span;
              const colour = party(colours, s.party);
              const cell = named ? api.size([0, 1])[1] : 0;
              const box = ([low, high], look) => {
                // Who stands in the same place stands in a smaller box, so that both are seen.
                const inset = named ? Math.min(5, cell / 12) * parties.indexOf(s.party) : 0;
                const top = api.coord([s.from, high])[1] - cell * 0.42 + inset;
                const bottom = api.coord([s.from, low])[1] + cell * 0.42 - inset;
                const height = Math.max(6, bottom - top);
                const y = bottom - top < 6 ? (top + bottom) / 2 - 3 : top;
                return { type: 'rect', shape: { x: start + 1, y, width: Math.max(2, end - start - 2), height, r: 2 }, style: { stroke: colour, lineWidth: 1.5, lineDash: s.tentative ? [5, 3] : null, ...look } };
              };
              const look = { fill: pattern(colour, PARTIES[s.party % PARTIES.length], true) };
              const children = [
                ...s.bands.map((b) => box(b, look)),
                ...(s.some || []).map((b) => box(b, { fill: 'transparent', lineDash: [2, 3] })),
                ...(s.not || []).map((b) => box(b, { fill: colours.panel, lineDash: [1, 4] })),
              ];
              return children.length ? { type: 'group', children } : null;
            },
          },
          {
            type: 'custom', xAxisIndex: 1, yAxisIndex: 1, clip: true, z: 3,
            data: inWords.map((s) => [s.from, speakers.length - 1 - speakers.indexOf(s.party)]), encode: { x: 0, y: 1 },
            tooltip: { formatter: (p) => shown(said(inWords[p.dataIndex])) },
            renderItem: (params, api) => {
              const s = inWords[params.dataIndex];
              const span = clipped(params, api, s);
              if (!span) return null;
              const [start, end] = span;
              const y = api.coord([0, speakers.length - 1 - speakers.indexOf(s.party)])[1];
              return {
                type: 'group', children: [
                  { type: 'rect', shape: { x: start + 1, y: y - 10, width: end - start - 2, height: 20, r: 3 }, style: { fill: 'transparent', stroke: party(colours, s.party), lineWidth: 1.5, lineDash: [3, 3] } },
                  { type: 'text', silent: true, style: { text: labelled(s.text, start, end), x: (start + end) / 2, y, align: 'center', verticalAlign: 'middle', fill: colours.ink, font: `italic 12px ${FONT}` } },
                ],
              };
            },
          },
          {
            type: 'scatter', xAxisIndex: 0, yAxisIndex: 0, z: 6, symbol: 'diamond', symbolSize: 13, cursor: 'default',
            data: issue.offers.flatMap((o, i) => o.bands.map((b) => ({ value: [o.at, named ? named[b[0]] : b[0], i], itemStyle: { color: o.alleged ? colours.panel : party(colours, o.party), borderColor: o.alleged ? party(colours, o.party) : colours.panel, borderWidth: 1.5 } }))),
            emphasis: { scale: 1.5 },
            tooltip: { formatter: (p) => shown(said(issue.offers[p.value[2]])) },
          },
          {
            type: 'custom', xAxisIndex: 0, yAxisIndex: 0, clip: true, z: 7, data: issue.gaps.map((g) => [g.at, g.high]), encode: { x: 0, y: 1 },
            tooltip: { formatter: (p) => tip(issue.gaps[p.dataIndex].pair, issue.gaps[p.dataIndex].text) },
            renderItem: (params, api) => {
              const g = issue.gaps[params.dataIndex];
              const cell = named ? api.size([0, 1])[1] * 0.42 : 0;
              const here = issue.gaps.filter((o) => o.at === g.at);
              const turn = here.indexOf(g);
              const x1 = api.coord([g.at - 0.5, 0])[0] - 7 - 11 * turn;
              if (x1 < params.coordSys.x) return null;
              const top = api.coord([0, g.high])[1] + cell;
              const bottom = api.coord([0, g.low])[1] - cell;
              const line = (shape) => ({ type: 'line', shape, style: { stroke: colours.ink, lineWidth: 1.5 } });
              return {
                type: 'group', children: [
                  line({ x1, x2: x1, y1: top, y2: bottom }), line({ x1: x1 - 4, x2: x1 + 4, y1: top, y2: top }), line({ x1: x1 - 4, x2: x1 + 4, y1: bottom, y2: bottom }),
                  { type: 'text', style: { text: g.text, x: x1 - 7 - 11 * (here.length - 1 - turn), y: (top + bottom) / 2 + 17 * (turn - (here.length - 1) / 2), align: 'right', verticalAlign: 'middle', fill: colours.ink, font: `12px ${FONT}`, backgroundColor: colours.panel, padding: [1, 3] } },
                ],
              };
            },
          },
          {
            type: 'custom', silent: true, xAxisIndex: drawn ? 0 : 1, yAxisIndex: drawn ? 0 : 1, z: 1, data: [[0, 0]],
            renderItem: (params, api) => ({ type: 'group', children: rounds(params, api, div.clientHeight - foot) }),
          },
        ],
      };
    };
    const said = (s) => ({ heading: `[${s.from || s.at}] ${s.who}`, text: s.text, source: entry(s.from || s.at).source });
    const first = data.positions.principals.length;
    let place = 0;
    const marks = [
      ...issue.stretches.map((s, i) => ({ at: s.from, series: s.bands ? first : first + 1, index: s.bands ? i : inWords.indexOf(s), says: () => said(s) })),
      ...issue.offers.flatMap((o) => o.bands.map(() => ({ at: o.at, series: first + 2, index: place++, says: () => said(o) }))),
    ].sort((a, b) => a.at - b.at);
    const div = document.getElementById(`positions-chart-${number}`);
    if (div && !drawn) div.style.height = `${90 + 24 * speakers.length}px`;
    if (div && drawn && named) div.style.height = `${96 + 24 * speakers.length + 42 * Math.max(2, named.length)}px`;
    draw(`positions-chart-${number}`, options, marks);
  });

  /** Places from 0 to 1 on both axes become those of the drawing, so that it fills its room. */
  const aside = (div) => (narrow(div) ? 44 : 90);
  const placed = (div, [x, y]) => ({ x: x * (div.clientWidth - 2 * aside(div)), y: y * (div.clientHeight - 108) });
  /** What is written on an arrow stands upright on its curve, nearer to where it comes from. */
  const written = (div, nodes, links, label) => links.filter((l) => l.written).map((l, i) => {
    const [from, to] = [l.source, l.target].map((id) => placed(div, nodes.find((n) => n.id === id).spot));
    const bend = l.lineStyle.curveness;
    const peak = { x: (from.x + to.x) / 2 - bend * (from.y - to.y), y: (from.y + to.y) / 2 - bend * (to.x - from.x) };
    const t = 0.35;
    const along = (axis) => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * peak[axis] + t ** 2 * to[axis];
    return {
      id: `on ${i}`, symbol: 'circle', symbolSize: 1, itemStyle: { color: 'transparent' }, title: l.written, label: { ...label, position: 'inside', fontSize: 11 }, tooltip: { show: false },
      x: along('x'), y: along('y'),
    };
  });
  const graph = (colours, div, nodes, links, says) => {
    const small = narrow(div);
    const label = { show: true, position: 'bottom', distance: 5, color: colours.ink, fontSize: small ? 11 : 13, lineHeight: small ? 13 : 16, backgroundColor: colours.panel, padding: [1, 3], formatter: (p) => p.data.title };
    return {
      ...common(colours),
      series: [{
        type: 'graph', layout: 'none', left: aside(div), right: aside(div), top: 54, bottom: 54, cursor: 'default',
        symbol: 'circle', edgeSymbol: ['none', 'arrow'], label, labelLayout: { moveOverlap: 'none' },
        // Two corners that nobody sees keep the drawing as wide and as high as its room.
        data: [
          ...nodes.map((n) => ({ ...n, label: { ...n.label, position: n.spot[1] < 0.3 ? 'top' : 'bottom' }, ...placed(div, n.spot) })),
          ...written(div, nodes, links, label),
          ...[[0, 0], [1, 1]].map((spot, i) => ({ id: `corner ${i}`, symbol: 'none', symbolSize: 0, label: { show: false }, ...placed(div, spot) })),
        ],
        links,
        emphasis: { scale: 1.3, itemStyle: { borderWidth: 5 } },
        tooltip: { formatter: (p) => (p.dataType === 'edge' ? tip(`${says(p.data.source)} \u2192 ${says(p.data.target)}`, p.data.text) : tip(p.data.title, p.data.text)) },
      }],
    };
  };

  const linkage = () => {
    const it = data.linkage;
    if (!it.nodes || it.nodes.length === 0) return;
    const around = (i) => {
      const angle = 2 * Math.PI * (i / it.nodes.length) - Math.PI / 2;
      return [0.5 + 0.5 * Math.cos(angle), 0.5 + 0.5 * Math.sin(angle)];
    };
    const pairs = new Set(it.edges.map((e) => `${e.from} ${e.to}`));
    const options = (colours, div) => graph(
      colours, div,
      it.nodes.map((n, i) => ({ id: String(i), title: `${n.name}\n${n.by}`, text: n.text, spot: around(i), symbolSize: 26, itemStyle: { color: party(colours, n.party), borderColor: colours.panel, borderWidth: 2 } })),
      it.edges.map((e) => ({ source: String(e.from), target: String(e.to), text: e.text, symbolSize: [0, e.ring ? 16 : 11], lineStyle: { color: e.ring ? colours.alarm : colours.faint, width: e.ring ? 4 : 1.8, type: e.after ? 'solid' : 'dashed', curveness: pairs.has(`${e.to} ${e.from}`) ? 0.2 : 0, opacity: 1 } })),
      (id) => it.nodes[id].name);
    const div = document.getElementById('linkage-chart');
    if (div) div.style.height = `${Math.min(960, Math.max(272, 108 + 30 * it.nodes.length))}px`;
    draw('linkage-chart', options, it.nodes.map((n, i) => ({ series: 0, index: i, says: () => ({ heading: n.name, text: n.text, source: n.by }) })));
  };

  const stages = () => {
    const it = data.stages;
    const spots = {
      SUSPENDED: [0, 0], EXPLORATORY: [0.08, 0.5], BROKEN_OFF: [0, 1], IN_SESSION: [0.32, 0.12], IN_RECESS: [0.32, 0.82], AT_IMPASSE: [0.5, 0.48],
      CONCLUDED: [1, 0.35], ABANDONED: [1, 1],
    };
    const name = (id) => it.states.find((s) => s.id === id).name;
    const options = (colours, div) => graph(
      colours, div,
      it.states.map((s) => ({
        id: s.id, title: narrow(div) ? s.name.replace(/ (?=\S+$)/, '\n') : s.name, text: s.text, spot: spots[s.id], symbolSize: s.current ? 26 : s.seen ? 18 : 12,
        label: { fontWeight: s.current ? 'bold' : 'normal', color: s.seen ? colours.ink : colours.faint },
        itemStyle: { color: s.current ? colours.accent : colours.panel, borderColor: s.seen ? colours.accent : colours.faint, borderWidth: s.seen ? 3 : 1.5 },
      })),
      it.arrows.map((a) => ({
        source: a.from, target: a.to, text: a.text, symbolSize: [0, a.times ? 13 : 6],
        lineStyle: { color: a.times ? colours.accent : colours.line, width: a.times ? 3 : 1, curveness: 0.14, opacity: 1 },
        written: a.times > 0 ? a.text : '',
      })).sort((a, b) => a.lineStyle.width - b.lineStyle.width),
      name);
    draw('stages-chart', options, it.states.map((s, i) => ({ series: 0, index: i, says: () => ({ heading: s.name, text: s.text }) })));
  };

  const accounts = () => (data.accounts.accounts || []).forEach((account, number) => {
    const rows = [...account.bars, { ...account.sum, number: null, start: 0, total: true }];
    const end = (b) => (b.total ? Math.max(b.low || 0, b.high || 0) : b.start + Math.max(b.number || 0, b.high || 0, b.low || 0));
    const most = Math.max(...rows.map(end), 1);
    const options = (colours, div) => {
      const small = narrow(div);
      const left = Math.min(small ? 110 : 220, 24 + 7 * Math.max(...rows.map((r) => r.label.length)));
      return {
        ...common(colours),
        grid: { left, right: small ? 84 : 120, top: 14, bottom: 30 },
        xAxis: { type: 'value', min: 0, max: Math.ceil(most * 1.05), ...axis(colours), splitNumber: small ? 3 : 6, axisLabel: { color: colours.faint, showMaxLabel: false } },
        yAxis: { type: 'category', inverse: true, data: rows.map((r) => r.label), ...axis(colours), axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: colours.ink, width: left - 14, overflow: 'break', lineHeight: 13, interval: 0, fontSize: small ? 11 : 12 } },
        series: [{
          type: 'custom', data: rows.map((r, i) => [r.start || 0, i]), encode: { x: 0, y: 1 },
          tooltip: { formatter: (p) => tip(rows[p.dataIndex].label, rows[p.dataIndex].text, rows[p.dataIndex].source) },
          renderItem: (params, api) => {
            const b = rows[params.dataIndex];
            const [x0, y] = api.coord([b.start, params.dataIndex]);
            const height = Math.min(26, api.size([0, 1])[1] * 0.62);
            const colour = params.dataIndex === 0 ? colours.accent : b.total ? colours.ink : party(colours, 1 + (params.dataIndex % 2) * 1);
            const known = b.number !== null;
            const x1 = known ? api.coord([b.start + b.number, 0])[0] : x0;
            const edge = params.coordSys.x + params.coordSys.width;
            const low = b.low === null ? x0 : api.coord([b.start + b.low, 0])[0];
            const high = b.high === null ? edge - 2 : api.coord([b.start + b.high, 0])[0];
            const open = b.high === null && (b.low !== null || !known || b.total);
            const range = b.total || open || b.low !== null && b.high !== null && b.low !== b.high || !known;
            const line = (shape) => ({ type: 'line', shape, style: { stroke: colours.ink, lineWidth: 1.6 } });
            const text = b.text;
            const labelAt = Math.max(x1, range && !open ? high : x1) + 6;
            return {
              type: 'group', children: [
                ...(known ? [{ type: 'rect', shape: { x: x0, y: y - height / 2, width: Math.max(2, x1 - x0), height }, style: { fill: pattern(colour, params.dataIndex === 0 ? '/' : params.dataIndex % 2 ? '\\' : '.', true), stroke: colour, lineWidth: 1.5 } }] : []),
                ...(range ? [line({ x1: low, x2: high, y1: y, y2: y }), line({ x1: low, x2: low, y1: y - 6, y2: y + 6 }),
                  open ? { type: 'polygon', shape: { points: [[high, y - 5], [high + 8, y], [high, y + 5]] }, style: { fill: colours.ink } } : line({ x1: high, x2: high, y1: y - 6, y2: y + 6 })] : []),
                { type: 'text', style: { text, x: open ? edge + 12 : labelAt, y, verticalAlign: 'middle', width: small ? 70 : 105, overflow: 'break', lineHeight: 13, fill: colours.ink, font: `12px ${FONT}` } },
              ],
            };
          },
        }],
      };
    };
    draw(`accounts-chart-${number}`, options, rows.map((r, i) => ({ series: 0, index: i, says: () => ({ heading: r.label, text: r.text, source: r.source }) })));
  });

  const filters = () => {
    const form = document.getElementById('filters');
    if (!form) return;
    form.hidden = false;
    const rows = [...document.querySelectorAll('#entries tbody tr')];
    const status = document.getElementById('shown');
    const apply = () => {
      const { party: by, issue, source } = Object.fromEntries(new FormData(form));
      let count = 0;
      for (const row of rows) {
        const keep = (by === '*' || row.dataset.party === by) && (issue === '*' || row.dataset.issue.split(' ').includes(issue)) && (source === '*' || row.dataset.source === source);
        row.hidden = !keep;
        count += keep;
      }
      status.textContent = fill(words.shown, count, rows.length);
    };
    form.addEventListener('change', apply);
    form.addEventListener('reset', () => setTimeout(apply));
    form.addEventListener('submit', (event) => event.preventDefault());
    apply();
  };

  const all = [timeline, positions, linkage, stages, accounts, filters];
  all.forEach((part) => part());
  const again = () => charts.forEach((draws) => draws());
  dark.addEventListener('change', again);
  const print = (now) => {
    printing = now;
    for (const details of document.querySelectorAll('details')) details.open = now || details.dataset.open === 'yes';
    again();
  };
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.dataset.open = details.open ? 'yes' : 'no';
    print(true);
  });
  addEventListener('afterprint', () => print(false));
  document.documentElement.dataset.drawn = String(charts.length);
})();
