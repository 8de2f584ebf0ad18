import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The segments with the number of the component that each is in; those that feed one another stand
/// in one column and say which cycle they are on.
struct ComponentsView {
  let context: ViewContext
  let scope: NodeIndex?

  private var network: FlowNetwork { context.graph.flowNetwork(of: scope) }

  func outcome() -> Outcome {
    let titles = context.titles(of: .components, scope: scope)
    let answer = Answer.components(of: network, scope: scope)
    return Outcome(
      title: titles.picture,
      answer: answer.asList(of: .components, title: titles.list, numbering: [])
    ) { () throws(ViewFailure) in
      let network = network
      let (components, cycles) = (network.components(), network.cycles())
      let map = try FlowMap(of: components.flatMap(\.segments), context)
      let (component, cycle) = (Self.numbers(components), Self.numbers(cycles))
      return map.picture(
        of: .components,
        titles,
        subtitle: subtitle(components.count, cycles.count)
      ) { segment, card in
        card.badge = component[segment].map(String.init)
        guard let number = cycle[segment] else { return }
        card.tag = context.say("循环 \(number)", "cycle \(number)")
        card.prominence = .focus
      }
    }
  }

  private func subtitle(_ components: Int, _ cycles: Int) -> String {
    context.say(
      "\(components) 个连通分量，\(cycles) 个循环",
      "connected components: \(components); cycles: \(cycles)"
    )
  }

  /// The number of the class that each segment is in.
  private static func numbers(_ classes: [FlowNetwork.Component]) -> [NodeIndex: Int] {
    Dictionary(
      zip(1..., classes).flatMap { number, members in members.segments.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
