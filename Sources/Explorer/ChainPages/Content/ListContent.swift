import Bilingual
import ChainModel
import ChainViews
import GraphKernel

extension PageContext {
  /// The list of a view: a table for each of its tables, the rows that the switches hide hidden.
  func lists(_ view: ChainView) -> Markup {
    let tables = view.list.sections.compactMap { section -> Markup? in
      guard case .table(let table) = section.content else { return nil }
      return list(
        table,
        title: section.title ?? view.list.title ?? view.title,
        notes: view.list.notes,
        downloads: downloads(.xlsx, .csv)
      )
    }
    return tables.joined()
  }

  /// One table; one that few rows are in needs no field to look through it.
  func list(
    _ table: Answer.Table,
    title: BilingualText,
    notes: [BilingualText] = [],
    downloads: [Content] = []
  ) -> Markup {
    let shown = table.shownColumns(in: language)
    let numeric = shown.map { table.isNumeric($0) }
    let rows = table.rows.map { row -> Content in
      let node = table.node(of: row, in: graph)
      let cells = zip(shown, numeric).map { column, isNumber -> Content in
        [
          "cell": .markup(cell(row[column], in: table.columns[column], of: node)),
          // In a report the script copies the headings: a tenth of the file.
          "cellLabel": .text(isReport ? nil : table.columns[column].title[language]),
          "cellClass": .text(row[column] == .unanswered ? "fill" : isNumber ? "number" : nil),
        ]
      }
      return [
        "node": .text(node.map { mark($0) }), "tokens": .text(node.map { tokens($0) }),
        "isHidden": .flag(node.map { !edition.shows($0, address.filter) } ?? false),
        "rowClass": .text(
          node != nil && address.node == node.map { graph.id(of: $0) } ? "chosen" : nil
        ), "cells": .list(cells),
      ]
    }
    let columns = zip(shown, numeric).map { column, isNumber -> Content in
      [
        "columnLabel": .text(table.columns[column].title[language]),
        "columnClass": .text(isNumber ? "number" : nil),
      ]
    }
    return Templates.render(
      "list",
      [
        "listTitle": .text(title[language]), "rowCount": .text(table.countLabel[language]),
        "columns": .list(columns), "rows": .list(rows), "isEmpty": .flag(rows.isEmpty),
        "notes": .list(notes.map { ["noteText": .text($0[language])] }),
        "downloads": .list(downloads), "listFile": .text(title[language]),
        "hasSieve": .flag(!downloads.isEmpty || rows.count > Self.mostUnsieved),
        "say": .part([
          "sieve": .text(say("筛选清单", "Filter the list")),
          "none": .text(say("没有内容", "Nothing to list")),
        ]),
      ]
    )
  }

  private static let mostUnsieved = 8

  /// A cell as people read it, the nodes in it as links.
  private func cell(_ cell: Answer.Cell, in column: Answer.Table.Column, of subject: NodeIndex?)
    -> Markup
  {
    switch cell {
    case .node(let summary), .reference(let summary):
      guard let node = graph.node(id: summary.id) else { return Markup(text: summary.name) }
      return link(summary.name, to: node, isAtHome: false)
    case .captioned(.node(let summary), let caption):
      guard let node = graph.node(id: summary.id) else { return Markup(text: caption[language]) }
      return link(caption[language], to: node, isAtHome: false)
    case .list(let cells):
      return cells.filter { !$0.text(in: language).isEmpty }
        .map { self.cell($0, in: column, of: nil) }.joined(separator: say("、", ", "))
    case .word(let key, let label)
    where ["verdict", "light", "before", "after"].contains(column.key):
      return Markup("span", [("class", "badge \(key)")], Markup(text: label[language]))
    case .text(let name) where column.key == Answer.Table.nameKey:
      guard let subject, graph.name(of: subject) == name else { return Markup(text: name) }
      return link(name, to: subject, isAtHome: false)
    default: return Markup(text: cell.text(in: language))
    }
  }
}

extension Answer {
  /// Its tables, in the order in which they are shown.
  var tables: [Answer.Table] {
    sections.compactMap { section in
      guard case .table(let table) = section.content else { return nil }
      return table
    }
  }
}

extension Answer.Table {
  static let nameKey = "name"

  /// The node that a row is about: that of its identity, else the first that it names.
  func node(of row: [Answer.Cell], in graph: ChainGraph) -> NodeIndex? {
    if let column = columns.firstIndex(where: { $0.key == "id" }), case .text(let id) = row[column]
    {
      return graph.node(id: id)
    }
    for cell in row {
      if case .node(let node) = cell { return graph.node(id: node.id) }
    }
    return nil
  }
}
