import Bilingual
import ChainDrawing
import ChainModel

extension ChainView {
  /// The view with fields that the data does not hold and people fill in: columns at the right of
  /// the list, and lines on the cards that stand for its rows, in place of those that they have.
  ///
  /// - Parameter title: Another heading; `nil` for that of the view.
  func filling(_ fields: [BilingualText], title: BilingualText?, language: Language) -> ChainView {
    let title = title ?? self.title
    var picture = picture
    picture.title = title[language]
    if !fields.isEmpty {
      for index in picture.cards.indices where picture.cards[index].badge != nil {
        picture.cards[index].lines = fields.map { field in
          let mark = BilingualText(zh: "\(field.zh)：待填", en: "\(field.en): to fill in")
          return Picture.Line(text: mark[language], role: .muted)
        }
      }
    }
    return ChainView(title: title, picture: picture, list: list.filling(fields, title: title))
  }
}

extension Answer {
  /// The list with columns to fill in at its right; where it has no row, with one that is all to
  /// fill in.
  func filling(_ fields: [BilingualText], title: BilingualText?) -> Answer {
    let sections = sections.map { section in
      guard case .table(let table) = section.content else { return section }
      return Answer.Section(
        key: section.key,
        title: section.title,
        content: .table(table.filling(fields))
      )
    }
    return Answer(
      command: command,
      subject: subject,
      title: title,
      sections: sections,
      notes: notes
    )
  }

  /// A list that people fill in from the start.
  static func form(_ fields: [BilingualText], title: BilingualText, named key: String) -> Answer {
    Answer(
      command: key,
      title: title,
      table: Answer.Table([.number], [1]) { [.number($0)] }.filling(fields)
    )
  }
}

extension Answer.Table {
  fileprivate func filling(_ fields: [BilingualText]) -> Answer.Table {
    var table = self
    if table.rows.isEmpty {
      table = Answer.Table(columns, [1]) { number in
        columns.map { $0 == .number ? .number(number) : .unanswered }
      }
    }
    for (position, field) in fields.enumerated() {
      let column = Column("fill-\(position + 1)", zh: field.zh, en: field.en)
      table = table.appending(column, table.rows.map { _ in .unanswered })
    }
    return table
  }
}
