import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// How a chain looks that belongs to no city: what stands on it is not asked, so cards tell what a segment
/// is, and lines whether something is cited.
extension ChainDiagram {
  private var graph: ChainGraph { context.graph }

  func referenceCard(_ segment: NodeIndex, in stage: Stage, number: Int?) -> Picture.Card {
    let role = graph.attribute(.role, of: segment)
    let key = graph.option(.role, of: segment)
    var card = context.card(
      segment,
      in: stage.rawValue,
      number: number,
      tag: key == "product" ? nil : role?.description(in: context.language)
    )
    card.mark = nil
    card.style = Self.style(ofRole: key)
    return card
  }

  private static func style(ofRole role: String?) -> Picture.CardStyle {
    switch role {
    case "service": .department
    case "resource": .place
    case "market": .industry
    case "public": .collective
    default: .plain
    }
  }

  /// 2026.1 草案 · 48 个环节 · 物料流 62 条，57 条有出处.
  var referenceFigures: String {
    let figures = ChainCheck(graph).figures(of: chain.cluster)
    let words = [AttributeName("edition"), .status].compactMap {
      graph.attribute($0, of: chain.cluster)?.description(in: context.language)
    }
    let parts = [
      words.joined(separator: " "),
      context.say("\(figures.segments) 个环节", "\(figures.segments) segments"),
      context.say(
        "物料流 \(figures.materialFlows) 条，\(figures.sourced) 条有出处",
        "\(figures.materialFlows) material flows, \(figures.sourced) with a source"
      ),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  var referenceLegend: [Picture.LegendItem] {
    let say = context.say
    let used = Set(chain.segments.map { graph.option(.role, of: $0) })
    let roles: [(String, String, String)] = [
      ("product", "产品", "product"), ("service", "服务", "service"),
      ("resource", "资源：可外购，不计缺口", "resource: may be bought, no gap"),
      ("market", "市场：去向", "market: where it goes"), ("public", "公共设施", "public"),
    ]
    return roles.filter { used.contains($0.0) }.map { role, zh, en in
      Picture.LegendItem(symbol: .card(Self.style(ofRole: role)), text: say(zh, en))
    } + [
      Picture.LegendItem(symbol: .link(.flow), text: say("供给（有出处）", "supplies (sourced)")),
      Picture.LegendItem(symbol: .link(.inferred), text: say("供给（无出处）", "supplies (no source)")),
      Picture.LegendItem(symbol: .link(.feedback), text: say("回用、逆向", "returns and feedback")),
    ]
  }

  var referenceNotes: [String] {
    let title = context.dataset.title[context.language]
    let scope = graph.attribute(AttributeName("scope"), of: chain.cluster)?
      .description(in: context.language)
    let reviewed = graph.attribute(AttributeName("reviewedBy"), of: chain.cluster) != nil
    return [
      context.say(
        "来源：\(title)（\(context.dataset.date)）",
        "source: \(title) (\(context.dataset.date))"
      )
    ]
      + (scope.map { [context.say("范围：\($0)", "scope: \($0)")] } ?? [])
      + (reviewed ? [] : [context.say("尚无专家评审", "no expert has reviewed it yet")])
  }
}
