import Bilingual
import ChainLoop
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import ProgressLoop

extension PageContext {
  /// The home of a leader or a department: its counts, what calls for something first, then all that it answers
  /// for.
  func main(_ home: PartyHome) -> Markup {
    let party = home.party
    let answer = Answer.home(home)
    let day = say("截至 \(home.day)", "as of \(home.day)")
    let id = graph.id(of: party)
    let lists = Self.order.compactMap { key -> Markup? in
      guard let section = answer.sections.first(where: { $0.key == key }),
        case .table(let table) = section.content
      else { return nil }
      // Its count has told of what is empty.
      guard !table.rows.isEmpty || key == "rows" else { return nil }
      return list(table, title: section.title ?? BilingualText(same: key))
    }
    let places: [(String, PageAddress.Place)] =
      [(say("职责图与清单", "Duties as picture and list"), PageAddress(.duties, of: [id]).place)]
      + (isReport ? [] : [(say("关系图", "Neighborhood"), .node(id))])
      + [(say("全部清单", "All lists"), .lists)]
    return Templates.render(
      "home",
      [
        "kind": .text(kindLabel(party) + (home.isBare ? "" : " · " + day)),
        "heading": .text(graph.name(of: party)),
        "tallyLabel": .text(say("总数", "Figures")), "tallies": .list(tallies(answer)),
        "file": .text(answer.title?[language]), "downloads": .list(downloads(.xlsx, .csv)),
        "ways": .list(
          places.map { label, place in
            ["wayLabel": .text(label), "wayHref": .text(href(address.moved(to: place)))]
          }
        ), "lists": .markup(lists.joined()),
        "notes": .list(answer.notes.map { ["noteText": .text($0[language])] }),
      ]
    )
  }

  /// The lists of a home, those first that call for something.
  private static let order = ["late", "unreported", "changes", "rows", "inherited"]

  /// The counts at the head of a home, lights with their signs.
  private func tallies(_ answer: Answer) -> [Content] {
    guard
      case .record(let figures)? = answer.sections.first(where: { $0.key == "figures" })?.content
    else { return [] }
    return figures.map { column, cell in
      [
        "light": .text(Light(rawValue: column.key)?.rawValue),
        "tally": .text(cell.text(in: language)), "tallyName": .text(column.title[language]),
      ]
    }
  }
}
