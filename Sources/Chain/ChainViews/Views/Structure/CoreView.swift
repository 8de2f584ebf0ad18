import ChainDrawing
import ChainModel
import ChainQueries
import GraphKernel

/// The segments with their core numbers; the innermost core stands out.
struct CoreView {
  let context: ViewContext
  let scope: NodeIndex?

  private var network: FlowNetwork { context.graph.flowNetwork(of: scope) }

  func outcome() -> Outcome {
    let titles = context.titles(of: .core, scope: scope)
    let answer = Answer.core(of: network, scope: scope)
    return Outcome(title: titles.picture, answer: answer.asList(of: .core, title: titles.list)) {
      () throws(ViewFailure) in
      let cores = network.cores()
      let innermost = cores.map(\.number).max() ?? 0
      let segments = cores.map(\.segment)
      let map = try FlowMap(of: segments, context)
      let position = context.numbers(of: segments)
      return map.picture(of: .core, titles, subtitle: subtitle(cores, innermost)) { segment, card in
        guard let number = position[segment] else { return }
        let core = cores[number - 1].number
        card.badge = String(number)
        card.prominence = core == innermost ? .focus : .faded
        card.tag = context.say("核 \(core)", "core \(core)")
      }
    }
  }

  private func subtitle(_ cores: [FlowNetwork.Core], _ innermost: Int) -> String {
    let inside = cores.count { $0.number == innermost }
    return context.say(
      "\(cores.count) 个环节；最高核数 \(innermost)，\(inside) 个环节",
      "\(cores.count) segments; the highest core number is \(innermost), of \(inside)"
    )
  }
}
