import Bilingual
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

  /// How far a project or a site has come, in the document's word with the class beside it: 推进（在建）;
  /// `nil` where the data say nothing.
  func status(of node: NodeIndex) -> (key: String, label: BilingualText)? {
    guard case .option(let option) = attribute(.status, of: node) else { return nil }
    guard let word = attribute(.wording, of: node)?.description(in: .zh), word != option.label.zh
    else { return (option.key, option.label) }
    return (
      option.key,
      BilingualText(zh: "\(word)（\(option.label.zh)）", en: "\(word) (\(option.label.en))")
    )
  }

  /// The status as a cell: the document's word alone where nobody has put it into a class, and a cell to
  /// fill in where the data say nothing.
  func statusCell(of node: NodeIndex) -> Answer.Cell {
    if let status = status(of: node) { return .word(key: status.key, label: status.label) }
    return attribute(.wording, of: node).map { cell($0) } ?? .unanswered
  }

  /// The nodes as a cell; where there are none, a cell to fill in.
  func cellsToFill(_ nodes: [NodeIndex]) -> Answer.Cell {
    nodes.isEmpty ? .unanswered : cells(nodes)
  }
}
