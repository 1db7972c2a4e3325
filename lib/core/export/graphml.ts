/** A column of nodes or edges: its name as Gephi and NetworkX show it, and the type they read it as. */
export type GraphColumn = { name: string; type: "string" | "int" | "double" | "boolean" };
export type GraphValue = string | number | boolean | null;

/** `data` goes by the names of the columns; null and missing values are left out. */
export type GraphNode = { id: string; data: Readonly<Record<string, GraphValue>> };
export type GraphEdge = { source: string; target: string; data: Readonly<Record<string, GraphValue>> };

export type Graph = {
  /** What this is and how it came about, in words. */
  description: string;
  nodeColumns: readonly GraphColumn[];
  edgeColumns: readonly GraphColumn[];
  nodes: Iterable<GraphNode>;
  /** Undirected. */
  edges: Iterable<GraphEdge>;
};

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/**
 * A graph as GraphML 1.0, in the form of its primer (http://graphml.graphdrawing.org/primer/graphml-primer.html), which
 * Gephi, NetworkX, igraph and Cytoscape read. In pieces, so that a large one never stands in memory as a whole.
 * Node and edge ids are our own (`n0`, `e0`); nothing that somebody wrote stands in an attribute.
 */
export function* writeGraphml(graph: Graph): Generator<string> {
  yield HEAD;
  yield `  <desc>${xmlText(graph.description)}</desc>\n`;
  yield* writeKeys("node", graph.nodeColumns);
  yield* writeKeys("edge", graph.edgeColumns);
  yield '  <graph id="g" edgedefault="undirected">\n';
  const ids = new Map<string, string>();
  for (const node of graph.nodes) {
    if (ids.has(node.id)) continue;
    const id = `n${ids.size}`;
    ids.set(node.id, id);
    yield `    <node id="${id}">${writeData("node", graph.nodeColumns, node.data)}</node>\n`;
  }
  let edges = 0;
  for (const edge of graph.edges) {
    const [source, target] = [ids.get(edge.source), ids.get(edge.target)];
    if (source === undefined || target === undefined) continue;
    const data = writeData("edge", graph.edgeColumns, edge.data);
    yield `    <edge id="e${edges++}" source="${source}" target="${target}">${data}</edge>\n`;
  }
  yield "  </graph>\n</graphml>\n";
}

function* writeKeys(of: "node" | "edge", columns: readonly GraphColumn[]): Generator<string> {
  for (const [i, { name, type }] of columns.entries()) {
    yield `  <key id="${of}${i}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>\n`;
  }
}

function writeData(of: "node" | "edge", columns: readonly GraphColumn[], data: GraphNode["data"]): string {
  return columns
    .map(({ name }, i) => {
      const value = data[name];
      if (value === null || value === undefined) return "";
      if (typeof value === "number" && !Number.isFinite(value)) return "";
      return `<data key="${of}${i}">${xmlText(String(value))}</data>`;
    })
    .join("");
}

/** Everything that is no `Char` of XML 1.0 (section 2.2): controls, unpaired surrogates, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** A text inside an element or an attribute. What XML 1.0 forbids even as a reference is dropped. */
export function xmlText(text: string): string {
  return text.replaceAll(NOT_XML, "").replaceAll(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
