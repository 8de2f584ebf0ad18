import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// What cards and lists say of projects.
extension ViewContext {
  /// Name, status in the document's word with the class beside it, and size: 核电主管道（推进·在建，6000 吨）.
  func projectText(_ project: NodeIndex) -> String {
    let facts = facts(of: project)
    let name = graph.name(of: project)
    guard !facts.isEmpty else { return name }
    return say(
      "\(name)（\(facts.joined(separator: "，"))）",
      "\(name) (\(facts.joined(separator: ", ")))"
    )
  }

  /// Status in the document's word with the class beside it, and size, as far as they are told.
  func facts(of node: NodeIndex) -> [String] {
    let words = [AttributeName.wording, .status].compactMap { name in
      graph.attribute(name, of: node)?.description(in: language)
    }
    let status = words.first == words.last ? words.prefix(1) : words[...]
    return (status.isEmpty ? [] : [status.joined(separator: "·")])
      + [graph.attribute(.capacity, of: node)?.description(in: language)].compactMap(\.self)
  }

  /// How projects under way and planned ones are told on cards.
  var projectLegend: [Picture.LegendItem] {
    [
      Picture.LegendItem(symbol: .project(.building), text: say("在建、收尾项目", "project under way")),
      Picture.LegendItem(symbol: .project(.planned), text: say("谋划、前期项目", "planned project")),
    ]
  }

  /// As many lines as a card has room for, the last then the count of the others.
  func cut(_ lines: [Picture.Line]) -> [Picture.Line] {
    let most = options.mostLines
    guard lines.count > most else { return lines }
    let hidden = lines.count - (most - 1)
    return lines.prefix(most - 1)
      + [Picture.Line(text: say("另有 \(hidden) 项", "\(hidden) more"), role: .muted)]
  }

  func projectStatus(_ project: NodeIndex) -> Picture.ProjectStatus? {
    graph.option(.status, of: project).flatMap(Picture.ProjectStatus.init(rawValue:))
  }
}
