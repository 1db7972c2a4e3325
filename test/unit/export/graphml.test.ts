import fc from "fast-check";
import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { type Graph, writeGraphml, xmlText } from "#lib/core/export/graphml";

const graph = (nodes: Graph["nodes"], edges: Graph["edges"]): string =>
  [
    ...writeGraphml({
      description: "A sample",
      nodeColumns: [
        { name: "label", type: "string" },
        { name: "posts", type: "int" },
      ],
      edgeColumns: [{ name: "weight", type: "double" }],
      nodes,
      edges,
    }),
  ].join("");

test("nodes, edges and typed columns as the primer has them", () => {
  const nodes = [
    { id: "x/one", data: { label: "@one", posts: 3 } },
    { id: "x/two", data: { label: null, posts: 1 } },
  ];
  const edges = [
    { source: "x/two", target: "x/one", data: { weight: 2 } },
    { source: "x/two", target: "nobody", data: { weight: 1 } },
  ];
  expect(graph(nodes, edges)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <desc>A sample</desc>
  <key id="node0" for="node" attr.name="label" attr.type="string"/>
  <key id="node1" for="node" attr.name="posts" attr.type="int"/>
  <key id="edge0" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="g" edgedefault="undirected">
    <node id="n0"><data key="node0">@one</data><data key="node1">3</data></node>
    <node id="n1"><data key="node1">1</data></node>
    <edge id="e0" source="n1" target="n0"><data key="edge0">2</data></edge>
  </graph>
</graphml>
`);
});

test("what XML forbids is dropped, what it reserves is escaped", () => {
  expect(xmlText('a<b>&"c"\r\n\u0000\u0008\ud800\ufffe\u{1f600}')).toBe("a&lt;b&gt;&amp;&quot;c&quot;&#13;\n\u{1f600}");
});

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("]]>", "<!--", "&#0;", "</data>"),
);

test("any text comes back whole and never turns into markup", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (labels) => {
      const written = graph(
        labels.map((label, i) => ({ id: String(i), data: { label } })),
        [],
      );
      expect(written).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
      const nodes = [...new DOMParser().parseFromString(written, "text/xml").querySelectorAll("node")];
      expect(nodes).toHaveLength(labels.length);
      for (const [i, node] of nodes.entries()) {
        const allowed = labels[i]?.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
        expect(node.querySelector("data")?.textContent).toBe(allowed);
      }
    }),
  );
});
