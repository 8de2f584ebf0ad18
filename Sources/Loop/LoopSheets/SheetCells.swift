import Bilingual
import ChainModel
import ChainLoop
import ProgressLoop
import Spreadsheet

/// What stands in the cells of a sheet's rows.
struct SheetCells {
  let sheet: ProgressSheet
  let language: Language

  init(_ sheet: ProgressSheet, _ language: Language) {
    (self.sheet, self.language) = (sheet, language)
  }

  private var loop: DatasetLoop { sheet.loop }

  /// The cell of an item in a column.
  func cell(_ column: SheetColumn, _ asked: AskedItem) -> Workbook.Cell {
    switch column {
    case .plan:
      if let aim = loop.aim(ofItem: asked.item) {
        let (amount, unit) = (aim.amount, aim.unit.symbol)
        return unit == "%" ? .text(aim.description) : .decimal(amount, unit: unit)
      }
      return asked.plan.map { number($0, "万元") } ?? .empty
    case .last: return asked.last?.value.map(amount) ?? .empty
    case .current:
      if let value = asked.current?.value { return amount(value) }
      guard let unit = loop.unit(ofItem: asked.item), unit != "%" else { return .empty }
      return .blank(unit: unit)
    default:
      let text = text(column, asked)
      return text.isEmpty ? .empty : .text(text)
    }
  }

  /// The same as it is read back: a number without its unit.
  func text(_ column: SheetColumn, _ asked: AskedItem) -> String {
    let world = loop.loop.world
    switch column {
    case .id: return world.items[asked.item].id
    case .name: return loop.loop.name(ofItem: asked.item, on: sheet.made)
    case .cluster:
      return loop.cluster(ofItem: asked.item).map { loop.dataset.graph.name(of: $0) } ?? ""
    case .leader:
      let owners = loop.loop.owners(of: asked.item, as: .accountable, at: sheet.made)
      return owners.compactMap(\.party).map { loop.loop.name(ofParty: $0, on: sheet.made) }
        .joined(separator: "、")
    case .plan:
      if let aim = loop.aim(ofItem: asked.item) { return Quantity.plain(aim.amount) }
      return asked.plan?.description ?? ""
    case .last: return asked.last?.value?.number.description ?? ""
    case .current: return asked.current?.value?.number.description ?? ""
    case .status: return asked.current?.status ?? ""
    case .progress: return asked.current?.progress ?? ""
    case .problem: return asked.current?.problem ?? ""
    case .next: return asked.current?.next ?? ""
    case .planned(let milestone): return asked.planned[milestone]?.description ?? ""
    case .reached(let milestone): return asked.reached[milestone]?.description ?? ""
    case .light: return asked.light == .grey ? "" : asked.light.word[language]
    case .fault: return ""
    }
  }

  private func amount(_ value: Measured) -> Workbook.Cell {
    number(value.number, value.unit ?? "万元")
  }

  /// A number in a unit; a percentage as a text, since a format with a sign of percent would change it.
  private func number(_ number: ExactDecimal, _ unit: String) -> Workbook.Cell {
    guard unit != "%", let amount = Double(number.description) else {
      return .text("\(number) \(unit)")
    }
    return .decimal(amount, unit: unit)
  }
}
