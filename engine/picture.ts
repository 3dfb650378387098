import type { Dependencies } from './survey.ts';

type Kind = Dependencies['nodes'][number]['kind'];

/** The graph as Mermaid text; read from left to right, facts and amounts first. */
export function toMermaid(graph: Dependencies): string {
  const index = new Map(graph.nodes.map((node, i) => [node.id, `n${i}`]));
  const shapes: Record<Kind, readonly [string, string]> = {
    fact: ['([', '])'],
    parameter: ['[/', '/]'],
    rule: ['[', ']'],
    assessment: ['{{', '}}'],
    sum: ['[[', ']]'],
  };
  const label = (text: string) => `"${text.replace(/"/g, '#quot;')}"`;
  return [
    'flowchart LR',
    ...graph.nodes.map(
      (node) => `  ${index.get(node.id)}${shapes[node.kind][0]}${label(node.label)}${shapes[node.kind][1]}`,
    ),
    ...graph.edges.map((edge) => `  ${index.get(edge.from)} --> ${index.get(edge.to)}`),
    '',
  ].join('\n');
}

/** The graph in Graphviz's language. */
export function toDot(graph: Dependencies): string {
  const shapes: Record<Kind, string> = {
    fact: 'ellipse',
    parameter: 'parallelogram',
    rule: 'box',
    assessment: 'hexagon',
    sum: 'component',
  };
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  return [
    'digraph {',
    '  rankdir=LR;',
    ...graph.nodes.map((node) => `  ${quoted(node.id)} [label=${quoted(node.label)}, shape=${shapes[node.kind]}];`),
    ...graph.edges.map((edge) => `  ${quoted(edge.from)} -> ${quoted(edge.to)};`),
    '}',
    '',
  ].join('\n');
}

interface Point {
  x: number;
  y: number;
}

const height = 40;
const letter = 7.6;

/**
 * The graph drawn: an SVG of its own size with the colours of the page around it (`currentColor`), kinds told apart by shape
 * and not by colour alone, and a title on every node. `title` names the picture for those who cannot see it.
 */
export async function toSvg(graph: Dependencies, title: string): Promise<string> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const drawn = new Graph();
  drawn.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 60, marginx: 12, marginy: 12 });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const node of graph.nodes) drawn.setNode(node.id, { width: Math.ceil(node.label.length * letter) + 36, height });
  for (const edge of graph.edges) drawn.setEdge(edge.from, edge.to);
  layout(drawn);
  const size = drawn.graph() as { width: number; height: number };
  const round = (n: number) => Math.round(n * 10) / 10;
  const edges = graph.edges.map((edge) => {
    const { points } = drawn.edge(edge.from, edge.to) as { points: Point[] };
    const from = drawn.node(edge.from) as Point & { width: number };
    const to = drawn.node(edge.to) as Point & { width: number };
    const way = [
      { x: from.x + from.width / 2, y: from.y },
      ...points.slice(1, -1),
      { x: to.x - to.width / 2, y: to.y },
    ];
    const line = way.map((p, i) => `${i === 0 ? 'M' : 'L'}${round(p.x)} ${round(p.y)}`).join('');
    return `<path d="${line}" marker-end="url(#arrow)"/>`;
  });
  const nodes = graph.nodes.map((node) => {
    const at = drawn.node(node.id) as { x: number; y: number; width: number };
    const shape = outline(node.kind, at.width, node.output);
    const text = `<text fill="currentColor" stroke="none" text-anchor="middle" dominant-baseline="central">${escaped(node.label)}</text>`;
    return `<g transform="translate(${round(at.x)} ${round(at.y)})" data-kind="${node.kind}"><title>${escaped(node.id)}</title>${shape}${text}</g>`;
  });
  const width = Math.ceil(size.width);
  const tall = Math.ceil(size.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${escaped(title)}" viewBox="0 0 ${width} ${tall}"`,
    `  width="${width}" height="${tall}" font-family="system-ui, sans-serif" font-size="14">`,
    `<title>${escaped(title)}</title>`,
    '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="currentColor"/></marker></defs>',
    `<g fill="none" stroke="currentColor" stroke-opacity="0.45">${edges.join('')}</g>`,
    `<g fill="Canvas" stroke="currentColor">${nodes.join('')}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

function outline(kind: Kind, width: number, output: boolean): string {
  const w = width / 2;
  const h = height / 2;
  const strong = output ? ' stroke-width="3"' : '';
  switch (kind) {
    case 'fact':
      return `<rect x="${-w}" y="${-h}" width="${width}" height="${height}" rx="${h}"${strong}/>`;
    case 'parameter':
      return `<path d="M${-w + 10} ${-h}H${w}L${w - 10} ${h}H${-w}z"${strong}/>`;
    case 'assessment':
      return `<path d="M${-w + 14} ${-h}H${w - 14}L${w} 0L${w - 14} ${h}H${-w + 14}L${-w} 0z"${strong}/>`;
    case 'sum':
      return `<path d="M${-w} ${-h}H${w}V${h}H${-w}zM${-w + 6} ${-h}V${h}M${w - 6} ${-h}V${h}"${strong}/>`;
    case 'rule':
      return `<rect x="${-w}" y="${-h}" width="${width}" height="${height}"${strong}/>`;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
