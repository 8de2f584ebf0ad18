import ArgumentParser
import Bilingual
import ChainViews
import Diagnostics

/// Which view, of what, and how: the words of `draw` and `list`.
struct ViewArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(say("哪种图或清单", "which view"), valueName: "view"),
    completion: .list(ViewName.allCases.map(\.rawValue))
  )
  var view: String
  @Argument(
    help: ArgumentHelp(
      say("对象：集群、部门、环节……（all 为全部）", "what it is of: cluster, party, segment, … (all: everything)"),
      valueName: "subject"
    ),
    completion: Completion.names()
  )
  var subjects: [String] = []

  @Option(help: ArgumentHelp(say("最多几步（缺省不限）", "the most steps (default: all)")))
  var depth: String?
  @Option(help: ArgumentHelp(say("半径：几步之内（缺省 1）", "how many relations away (default: 1)")))
  var radius: String?
  @Option(help: ArgumentHelp(say("只看某种职责（可重复）", "only these roles (repeatable)")))
  var role: [String] = []
  @Option(help: ArgumentHelp(say("只看某类（可重复）", "only these kinds (repeatable)")))
  var kind: [String] = []
  @Option(help: ArgumentHelp(say("只沿某种关系（可重复）", "only these relations (repeatable)")))
  var relation: [String] = []
  @Option(help: ArgumentHelp(say("只看某位置的环节（可重复）", "only these stages in colour (repeatable)")))
  var stage: [String] = []
  @Option(help: ArgumentHelp(say("只看某集群之内", "only what is in this cluster"))) var within: String?
  @Option(help: ArgumentHelp(say("最多几条路径（缺省 20）", "the most paths (default: 20)")))
  var limit: String?
  @Flag(help: ArgumentHelp(say("加上继承的事项", "add what is inherited"))) var inherited = false
  @Flag(help: ArgumentHelp(say("也画可由更长路径推出的供给关系", "draw also the flows that a longer way implies")))
  var allFlows = false

  var words: ViewWords {
    let lists: [ViewOption: [String]] = [
      .depth: depth.map { [$0] } ?? [], .radius: radius.map { [$0] } ?? [], .role: role,
      .kind: kind, .relation: relation, .stage: stage, .within: within.map { [$0] } ?? [],
      .limit: limit.map { [$0] } ?? [],
    ]
    var options = lists.filter { !$0.value.isEmpty }
    if inherited { options[.inherited] = [] }
    if allFlows { options[.allFlows] = [] }
    return ViewWords(view, of: subjects, options: options)
  }

  /// The views, each with what it is of and the options that it heeds.
  static let help: String = {
    let definitions = ViewName.allCases.map(\.definition)
    let width = definitions.map(\.usage.count).max() ?? 0
    let lines = definitions.map { definition in
      let options = ViewOption.allCases.filter { definition.options.contains($0) }
        .map { "--" + $0.rawValue }
      let heeded = options.isEmpty ? "" : " (" + options.joined(separator: " ") + ")"
      return "  " + definition.usage.padded(toCells: width + 2)
        + say(definition.label.zh + "：" + definition.summary.zh, definition.summary.en) + heeded
    }
    return say("图与清单：", "Views:") + "\n" + lines.joined(separator: "\n")
  }()
}
