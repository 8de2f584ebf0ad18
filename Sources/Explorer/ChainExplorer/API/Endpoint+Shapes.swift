internal import ChainModel
internal import ChainQueries

extension Shape {
  /// A node: identity, kind and name.
  static let node = Shape.named("Node")
  static let nodes = Shape.list(.node)
  /// Where a document says so; nothing for general knowledge.
  static let source = Shape.optional(.named("Source"))
  static let basis = Shape.word(Basis.allCases.map(\.rawValue))
  static let coverage = Shape.word(Coverage.allCases.map(\.rawValue))
  static let stage = Shape.word(Stage.allCases.map(\.rawValue))
  static let scope = Shape.word(["direct", "inherited"])
  static let certainty = Shape.word(Certainty.allCases.map(\.rawValue))

  /// The shapes that have names in the document.
  static let components: [(String, Shape)] = [
    ("Node", .object([("id", .text), ("kind", .text), ("name", .text)])),
    ("Source", .object([("document", .text), ("place", .text)])),
    ("Fault", APIFault.shape),
  ]

  /// An answer that is a table: its rows, which may say their derivation.
  static func rows(
    of command: String,
    hasSubject: Bool = false,
    _ columns: [(String, Shape)]
  ) -> Shape {
    rows(of: [command], hasSubject: hasSubject, .object(columns, maybe: [("explanation", .text)]))
  }

  static func rows(of commands: [String], hasSubject: Bool = false, _ row: Shape) -> Shape {
    .object(
      [("command", .word(commands))] + (hasSubject ? [("subject", .node)] : [])
        + [("count", .integer), ("rows", .list(row))],
      maybe: (hasSubject ? [] : [("subject", .node)]) + [("notes", .list(.text))]
    )
  }

  static let head: [(String, Shape)] = [("id", .text), ("kind", .text), ("name", .text)]

  static let steps =
    head + [
      ("distance", .integer), ("via", .text), ("coverage", coverage), ("basis", basis),
      ("source", source),
    ]

  static let layers: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("stage", stage), ("rank", .integer), ("cycle", .flag),
    ("coverage", coverage), ("basis", basis), ("source", source),
  ]

  static let gaps: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("cluster", .node), ("state", coverage),
    ("pattern", .optional(.word(GapPattern.allCases.map(\.rawValue)))), ("feeds", .integer),
    ("blocks", .integer),
    (
      "evidence",
      .object([
        ("rule", coverage), ("enterprises", .nodes), ("projects", .nodes), ("upstream", nearest),
        ("downstream", nearest), ("feeds", .nodes), ("blocks", .nodes),
      ])
    ),
    ("owners", .nodes), ("source", source),
  ]

  private static let nearest = Shape.list(
    .object([("segment", .node), ("distance", .integer), ("enterprises", .nodes)])
  )

  static let owners: [(String, Shape)] = [
    ("party", .node), ("role", .text), ("scope", scope), ("from", .text), ("certainty", certainty),
    ("conflict", .flag), ("open", .flag), ("source", source),
  ]

  static let duties =
    head + [
      ("role", .text), ("scope", scope), ("from", .text), ("through", .optional(.text)),
      ("certainty", certainty), ("open", .flag), ("source", source),
    ]

  static let alignment: [(String, Shape)] = [
    ("cluster", .node), ("provinceLeader", .optional(.node)), ("provinceMembers", .nodes),
    ("cityLeader", .optional(.node)), ("cityMembers", .nodes), ("cityCluster", .optional(.node)),
    ("cityClusters", .nodes), ("source", source),
  ]

  static let findings =
    head + [
      ("rule", .word(AuditRule.allCases.map(\.rawValue))), ("message", .text), ("source", source),
    ]

  static let effects =
    head + [
      ("effects", .list(.word(["loses", "single", "coverage", "completeness", "told"]))),
      ("before", state), ("after", state), ("sourcesBefore", .optional(.nodes)),
      ("sourcesAfter", .optional(.nodes)), ("answersFor", .optional(.nodes)),
    ]

  /// A coverage, or for a cluster its completeness.
  private static let state = Shape.optional(
    .either([
      coverage, .object([("covered", .integer), ("all", .integer), ("percent", .integer)]),
    ])
  )

  static let diagnostics: [(String, Shape)] = [
    ("severity", .word(["warning", "error"])), ("code", .text), ("file", .optional(.text)),
    ("line", .optional(.integer)), ("column", .optional(.integer)), ("message", .text),
    ("help", .optional(.text)),
  ]

  static let shown = Shape.object([
    ("command", .word(["show"])), ("subject", .node), ("node", .node), ("attributes", .map(.any)),
    (
      "relations",
      .list(
        .object([
          ("relation", .text), ("direction", .word(["out", "in"])), ("node", .node),
          ("source", source), ("basis", basis),
        ])
      )
    ),
    ("source", source), ("basis", basis),
  ])

  static let statistics = Shape.object([
    ("command", .word(["stats"])), ("nodes", .map(.integer)), ("relations", .map(.integer)),
    (
      "coverage",
      .list(
        .object(
          [("cluster", .node)] + Coverage.allCases.map { ($0.rawValue, .integer) }
            + [("completeness", .integer)]
        )
      )
    ),
  ])

  static let queried = Shape.object(
    [
      ("command", .word(["query"])), ("count", .integer),
      (
        "rows",
        .list(.either([.object(head), .object([("length", .integer), ("nodes", .list(.text))])]))
      ),
    ],
    maybe: [
      ("sentence", .text),
      (
        "plan",
        .list(
          .object([
            ("step", .integer), ("expression", .text), ("size", .integer), ("meaning", .text),
          ])
        )
      ), ("notes", .list(.text)),
    ]
  )
}
