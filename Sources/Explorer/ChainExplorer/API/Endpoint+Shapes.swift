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
  static let verdict = Shape.word(Verdict.allCases.map(\.rawValue))
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
    case .gaps, .weak, .wanted: return rows(gaps)
    case .unknown: return rows(survey)
    case .enterprises: return rows(enterprises)
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
      ("distance", .integer), ("via", .text), ("verdict", verdict), ("basis", basis),
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
              ("distance", .integer), ("paths", .list(.integer)), ("verdict", verdict),
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
    ("possible", .optional(.integer)),
  ]

  static let layers: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("stage", stage), ("rank", .integer), ("cycle", .flag),
    ("verdict", verdict), ("basis", basis), ("source", source),
  ]

  static let gaps: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("cluster", .node), ("verdict", verdict),
    ("position", .optional(.word(Gap.Position.allCases.map(\.rawValue)))),
    ("evidence", .list(evidence)), ("demand", .nodes), ("feeds", .integer), ("blocks", .integer),
    ("measure", .optional(.word(Gap.Measure.allCases.map(\.rawValue)))),
    ("candidates", .optional(.nodes)), ("park", .optional(.nodes)), ("owners", .nodes),
    ("source", source),
  ]

  /// A segment that nobody has looked at; the columns to fill in are empty.
  static let survey: [(String, Shape)] =
    [
      ("id", .text), ("name", .text), ("cluster", .node), ("verdict", verdict), ("owners", .nodes),
      ("question", .text), ("size", .text), ("blocks", .nodes),
    ]
    + (1...5).map { ("fill-\($0)", .any) }

  static let enterprises: [(String, Shape)] = [
    ("id", .text), ("name", .text), ("clusters", .nodes), ("segments", .nodes),
    ("projects", .nodes),
    ("role", .list(.word(["anchor", "operator", "builder", "external", "member"]))),
    ("places", .nodes), ("owner", .nodes), ("open", .flag),
    ("generalSegments", .nodes), ("basis", basis), ("source", source),
    ("sources", .list(source)),
  ]

  /// A piece of evidence.
  private static let evidence = Shape.object([
    ("nature", .word(Evidence.Nature.allCases.map(\.rawValue))), ("giver", .node), ("of", .node),
    ("open", .flag), ("date", .optional(.text)), ("validUntil", .optional(.text)),
    ("source", source),
  ])

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
      ("effects", .list(.word(["loses", "single", "verdict", "completeness", "told"]))),
      ("before", state), ("after", state), ("sourcesBefore", .optional(.nodes)),
      ("sourcesAfter", .optional(.nodes)), ("answersFor", .optional(.nodes)),
    ]

  /// A verdict, or for a cluster its completeness.
  private static let state = Shape.optional(.either([verdict, completeness]))

  /// How many segments are here: at least, at most, of how many, and how many were surveyed.
  private static let completeness = Shape.object([
    ("least", .integer), ("most", .integer), ("all", .integer), ("surveyed", .integer),
  ])

  static let diagnostics: [(String, Shape)] = [
    ("severity", .word(["warning", "error"])), ("code", .text), ("file", .optional(.text)),
    ("line", .optional(.integer)), ("column", .optional(.integer)), ("message", .text),
    ("help", .optional(.text)),
  ]

  static let shown = Shape.object(
    [
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
    ],
    maybe: [("notes", .list(.text))]
  )

  static let statistics = Shape.object(
    [
      ("command", .word(["stats"])), ("nodes", .map(.integer)), ("relations", .map(.integer)),
      (
        "completeness",
        .list(
          .object(
            [("cluster", .node)] + Verdict.allCases.map { ($0.rawValue, .integer) }
              + [
                ("counted", .integer), ("surveyed", .integer), ("completeness", completeness),
              ]
          )
        )
      ),
    ],
    maybe: [("notes", .list(.text))]
  )

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
