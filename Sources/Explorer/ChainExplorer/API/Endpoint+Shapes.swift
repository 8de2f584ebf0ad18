internal import ChainModel
internal import ChainQueries
internal import ChainViews

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
  static let certainty = Shape.word(Statement.Certainty.allCases.map(\.rawValue))

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

  /// What the answer to a question looks like.
  static func answer(to question: QuestionDefinition) -> Shape {
    let name = question.name.rawValue
    // A question that needs one subject names it in its answer.
    let hasSubject =
      !question.subjects.isEmpty
      && question.subjects.allSatisfy { $0.isNode && !$0.isOptional && !$0.isRepeated }
    func rows(_ columns: [(String, Shape)]) -> Shape {
      let number: [(String, Shape)] = question.hasPicture ? [("number", .integer)] : []
      return .rows(of: name, hasSubject: hasSubject, number + columns)
    }
    switch question.name {
    case .find: return rows(head + [("matched", .word(NameMatch.allCases.map(\.rawValue)))])
    case .show: return shown
    case .stats: return statistics
    case .audit: return rows(findings)
    case .upstream, .downstream: return rows(steps)
    case .paths: return ways
    case .layers: return rows(layers)
    case .gaps: return rows(gaps)
    case .owners: return rows(owners)
    case .alignment: return rows(alignment)
    case .workload: return rows(workload)
    case .query: return queried
    case .impact: return rows(effects)
    // Several tables, of which none is the answer itself.
    case .chokepoints, .components:
      return .object([("command", .word([name]))], isClosed: false)
    // Of one party its items, of all of them the parties too; the rest as the views list it.
    default: return .rows(of: [name], hasSubject: hasSubject, .map(.any))
    }
  }

  /// The answer to whichever question.
  static let anyQuestion = Shape.object(
    [("command", .word(QuestionName.allCases.map(\.rawValue)))],
    isClosed: false
  )

  static let head: [(String, Shape)] = [("id", .text), ("kind", .text), ("name", .text)]

  static let steps =
    head + [
      ("distance", .integer), ("via", .text), ("coverage", coverage), ("basis", basis),
      ("source", source),
    ]

  /// The ways, and the segments on them.
  static let ways = Shape.object(
    [
      ("command", .word(["paths"])), ("subject", .node), ("count", .integer),
      (
        "rows",
        .list(
          .object([("length", .integer), ("nodes", .list(.text))], maybe: [("explanation", .text)])
        )
      ),
      (
        "segments",
        .list(
          .object(
            [("number", .integer)] + head + [
              ("distance", .integer), ("paths", .list(.integer)), ("coverage", coverage),
              ("basis", basis), ("source", source),
            ]
          )
        )
      ),
    ],
    maybe: [("notes", .list(.text))]
  )

  static let workload: [(String, Shape)] = [
    ("party", .node), ("kind", .text), ("total", .integer), ("counts", .map(.integer)),
  ]

  static let layers: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("stage", stage), ("rank", .integer), ("cycle", .flag),
    ("coverage", coverage), ("basis", basis), ("source", source),
  ]

  static let gaps: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("cluster", .node), ("state", coverage),
    ("pattern", .optional(.word(Gap.Pattern.allCases.map(\.rawValue)))), ("feeds", .integer),
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
        .list(
          .either([
            .object(head),
            .object([("length", .integer), ("nodes", .list(.text))]),
          ])
        )
      ),
    ],
    maybe: [
      ("sentence", .text), ("nodes", .list(.object([("number", .integer)] + head))),
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
