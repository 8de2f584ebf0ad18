package import Bilingual
import ChainQueries

extension Answer.Table.Column {
  static let number = Self("number", zh: "序号", en: "no.")
}

extension Answer.Table {
  /// The table with the numbers of its rows, from 1, in a first column.
  func numbered() -> Answer.Table {
    Answer.Table([.number] + columns, rows.enumerated()) { [.number($0.offset + 1)] + $0.element }
  }
}

extension Answer {
  /// The answer with one more remark, if there is one.
  func noting(_ note: BilingualText?) -> Answer { noting([note].compactMap(\.self)) }

  /// The answer with more remarks.
  package func noting(_ more: [BilingualText]) -> Answer {
    Answer(
      command: command,
      subject: subject,
      title: title,
      sections: sections,
      notes: notes + more
    )
  }

  /// The answer as the list of a view: under the view's title, its rows numbered.
  ///
  /// - Parameter keys: The sections whose rows the picture numbers; `nil` for all.
  func asList(
    of view: QuestionName,
    title: BilingualText,
    numbering keys: Set<String>? = nil
  ) -> Answer {
    let sections = sections.map { section in
      guard case .table(let table) = section.content, keys?.contains(section.key) != false
      else { return section }
      return Answer.Section(
        key: section.key,
        title: section.title,
        content: .table(table.numbered())
      )
    }
    return Answer(
      command: view.rawValue,
      subject: subject,
      title: title,
      sections: sections,
      notes: notes
    )
  }
}
