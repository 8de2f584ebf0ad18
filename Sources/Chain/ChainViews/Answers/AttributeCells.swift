import ChainModel
import GraphKernel

extension ChainGraph {
  /// A value of the data as a cell.
  func cell(_ value: AttributeValue) -> Answer.Cell {
    switch value {
    case .integer(let number): .number(number)
    case .quantity(let quantity): .quantity(quantity)
    case .option(let option): .word(key: option.key, label: option.label)
    case .flag(let flag): .flag(flag)
    case .list(let values): .list(values.map { cell($0) })
    case .text, .date: .text(value.description(in: .zh))
    }
  }

  /// What `node` has under `name`; where the data says nothing, a cell to fill in.
  func attributeCell(_ name: AttributeName, of node: NodeIndex) -> Answer.Cell {
    attribute(name, of: node).map { cell($0) } ?? .unanswered
  }

  /// The nodes as a cell; where there are none, a cell to fill in.
  func cellsToFill(_ nodes: [NodeIndex]) -> Answer.Cell {
    nodes.isEmpty ? .unanswered : cells(nodes)
  }
}
