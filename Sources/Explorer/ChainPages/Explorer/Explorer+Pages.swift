import Bilingual
import ChainModel
package import ChainQueries
package import ChainViews
import GraphKernel

extension Explorer {
  /// The page at `address`; a fault becomes a page too, in the same dress. A picture that cannot be
  /// drawn is told in its place, and the lists stay.
  ///
  /// - Parameters:
  ///   - address: which page, in which language, on which facts.
  ///   - drawing: draws the pictures; it may be called several times at once.
  package func page(at address: PageAddress, drawing: PictureDrawing) async -> Explorer.Page {
    let context = context(at: address)
    do throws(PageFault) {
      let part = try await part(context, drawing)
      return Explorer.Page(status: 200, html: html(context, part), isWhole: part.isWhole)
    } catch {
      return page(for: error, at: address)
    }
  }

  /// The page that tells a fault; `address` is what could be read of the address that was asked for.
  package func page(
    for fault: PageFault,
    at address: PageAddress = PageAddress(.overview)
  ) -> Explorer.Page {
    var plain = address
    if fault.status != 503 { plain = address.moved(to: .overview) }
    let context = context(at: plain)
    let part = PagePart(
      title: fault.message[context.language],
      main: context.fault(fault),
      panel: Markup(html: "")
    )
    return Explorer.Page(
      status: fault.status,
      html: html(context, part),
      isWhole: fault.status < 500
    )
  }

  /// The view that the page at `address` shows, its list cut down to what the switches show: what a
  /// download of the list holds. The overview's page shows `QuestionName.overview`, a
  /// node's `QuestionName.neighborhood`.
  ///
  /// - Throws: A fault of status 404 for names that mean nothing and pages without a view, 400 for
  ///   words that the view does not know.
  package func view(at address: PageAddress) throws(PageFault) -> ChainView {
    if case .home = address.place { throw .hasNoPicture(address.href) }
    guard let words = words(at: address) else { throw .unknownPage(address.href) }
    let edition = editions[address.isStatedAlone]
    let view: ChainView
    do {
      view = try edition.dataset.view(words, language: language(at: address))
    } catch {
      throw PageFault(error)
    }
    guard !address.filter.isEmpty else { return view }
    return ChainView(
      title: view.title,
      picture: view.picture,
      list: view.list.keeping { row, table in
        table.node(of: row, in: edition.graph).map { edition.shows($0, address.filter) } ?? true
      }
    )
  }

  /// The words that ask for the view at `address`; `nil` where a page has no view.
  package func words(at address: PageAddress) -> QuestionWords? {
    switch address.place {
    case .overview: QuestionWords(QuestionName.overview.rawValue)
    case .view(let words): words
    case .node(let id): QuestionWords(QuestionName.neighborhood.rawValue, of: [id])
    case .home, .panel, .search, .suggestions, .lists: nil
    }
  }

  /// The list that is downloaded at `address`: that of ``view(at:)``, or what stands on a home.
  ///
  /// - Throws: As ``view(at:)``.
  package func list(at address: PageAddress) throws(PageFault) -> Answer {
    guard case .home(let id) = address.place else { return try view(at: address).list }
    let edition = editions[address.isStatedAlone]
    return .home(edition.home(of: try party(id, edition, address)))
  }

  /// The leader or the department that is at home at `id`.
  private func party(
    _ id: String,
    _ edition: Edition,
    _ address: PageAddress
  ) throws(PageFault) -> NodeIndex {
    guard let node = edition.graph.node(id: id) else {
      let isKnown = editions[false].graph.node(id: id) != nil
      throw .unknownNode(id, isStatedAlone: address.isStatedAlone && isKnown)
    }
    guard edition.graph.ontology.partyKinds.contains(edition.graph.kind(of: node)) else {
      throw .hasNoHome(edition.graph.name(of: node))
    }
    return node
  }

  func context(at address: PageAddress, isReport: Bool = false) -> PageContext {
    PageContext(
      edition: editions[address.isStatedAlone],
      address: address,
      language: language(at: address),
      isReport: isReport
    )
  }

  private func html(_ context: PageContext, _ part: PagePart) -> String {
    var query = ""
    if case .search(let text) = context.address.place { query = text }
    let content = context.frame(
      title: part.title,
      main: part.main,
      panel: part.panel,
      query: query
    )
    return Templates.render("page", content).html
  }
}

/// What differs from page to page.
struct PagePart: Sendable {
  let title: String
  let main: Markup
  let panel: Markup
  var isWhole = true
}

extension Explorer {
  /// The middle and the panel of the page.
  func part(_ context: PageContext, _ drawing: PictureDrawing) async throws(PageFault) -> PagePart {
    let address = context.address
    let site = dataset.title[context.language]
    var chosen = address.node
    if case .node(let id) = address.place { chosen = chosen ?? id }
    if case .panel(let id) = address.place { chosen = id }
    let panel =
      try chosen.map { id throws(PageFault) in try self.panel(id, context) }
      ?? Markup(html: "")
    switch address.place {
    case .search(let text):
      return PagePart(
        title: context.say("搜索", "Search") + " · " + site,
        main: context.results(of: text, search(text, limit: 100)),
        panel: panel
      )
    case .lists:
      return PagePart(
        title: context.say("清单", "Lists") + " · " + site,
        main: context.catalogue(
          context.edition.catalogue(address, context.language) + context.edition.homePages(address)
        ),
        panel: panel
      )
    case .panel(let id):
      return PagePart(title: id + " · " + site, main: Markup(html: ""), panel: panel)
    case .home(let id):
      let party = try party(id, context.edition, address)
      return PagePart(
        title: context.graph.name(of: party) + " · " + site,
        main: context.main(context.edition.home(of: party)),
        panel: panel
      )
    case .suggestions: throw .unknownPage(address.href)
    case .overview, .view, .node:
      var whole = address
      whole.filter = PageFilter()
      let view = try view(at: whole)
      guard let words = words(at: address) else { throw .unknownPage(address.href) }
      let picture = await draw(view, words, context, drawing)
      return PagePart(
        title: view.title[context.language] + " · " + site,
        main: context.main(view, of: words, drawing: picture),
        panel: panel,
        isWhole: (try? picture.get()) != nil
      )
    }
  }

  private func panel(_ id: String, _ context: PageContext) throws(PageFault) -> Markup {
    guard let node = context.graph.node(id: id) else {
      // A node may be chosen that only general knowledge knows of; the view stays.
      if context.address.isStatedAlone, editions[false].graph.node(id: id) != nil {
        return context.fault(.unknownNode(id, isStatedAlone: true))
      }
      throw .unknownNode(id, isStatedAlone: false)
    }
    return context.panel(node)
  }

  private func draw(
    _ view: ChainView,
    _ words: QuestionWords,
    _ context: PageContext,
    _ drawing: PictureDrawing
  ) async -> Result<String, PageFault> {
    let order = DrawingOrder(
      picture: view.picture,
      words: words,
      language: context.language,
      isStatedAlone: context.address.isStatedAlone
    )
    do {
      return .success(try await drawing(order))
    } catch let fault as PageFault {
      return .failure(fault)
    } catch {
      let words = String(describing: error)
      return .failure(
        PageFault(
          status: 503,
          BilingualText(zh: "图没有画成：\(words)", en: "the picture could not be drawn: \(words)")
        )
      )
    }
  }
}

extension PageFault {
  /// A fault of a view's words.
  init(_ fault: QuestionFault) {
    let help = fault.help.map { BilingualText(zh: "；" + $0.zh, en: "; " + $0.en) }
    self.init(
      status: fault.category == .usage ? 400 : 404,
      BilingualText(
        zh: fault.message.zh + (help?.zh ?? ""),
        en: fault.message.en + (help?.en ?? "")
      )
    )
  }
}

extension Answer {
  /// The answer with those rows of its tables that `isKept` takes.
  fileprivate func keeping(_ isKept: ([Answer.Cell], Answer.Table) -> Bool) -> Answer {
    Answer(
      command: command,
      subject: subject,
      title: title,
      sections: sections.map { section in
        guard case .table(let table) = section.content else { return section }
        let rows = table.rows.filter { isKept($0, table) }
        return Answer.Section(
          key: section.key,
          title: section.title,
          content: .table(Answer.Table(table.columns, rows) { $0 })
        )
      },
      notes: notes
    )
  }
}
