import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

extension PageContext {
  /// A view: whom it is of, the switches, the picture, the list. `drawing` is the SVG, or the words
  /// that stand in its place.
  func main(
    _ view: ChainView,
    of words: QuestionWords,
    drawing: Result<String, PageFault>
  ) -> Markup {
    Templates.render(
      "view",
      [
        "heading": .text(view.title[language]), "figures": .text(view.picture.subtitle),
        "chooser": .part(chooser(words)), "chains": .part(chains(words)),
        "switches": .part(switches(view)),
        "picture": .part(picture(view, drawing)), "lists": .markup(lists(view)),
      ]
    )
  }

  // MARK: The picture

  private func picture(_ view: ChainView, _ drawing: Result<String, PageFault>) -> Content {
    var content: Content = [
      "pictureLabel": .text(view.title[language]), "fault": .text(nil), "drawing": .text(nil),
      "downloads": .list(downloads(.svg, .png, .pdf)), "isReport": .flag(isReport),
      "say": .part([
        "keys": .text(
          say(
            "方向键平移，加减号缩放，0 还原；按住 Ctrl 滚动也可缩放",
            "Arrows pan, plus and minus zoom, 0 fits; so does Ctrl with the wheel"
          )
        ), "zoomIn": .text(say("放大", "Zoom in")), "zoomOut": .text(say("缩小", "Zoom out")),
        "fit": .text(say("还原", "Fit")), "whole": .text(say("全屏", "Full screen")),
        "tools": .text(say("图的工具", "Tools of the picture")),
        "file": .text(view.title[language]),
      ]),
    ]
    switch drawing {
    case .failure(let fault): content["fault"] = .text(fault.message[language])
    case .success(let svg):
      let markup = pictureMarkup(view).markup(of: svg)
      content["drawing"] = markup.map { .markup($0) }
      if markup == nil { content["fault"] = .text(say("图没有画成", "The picture could not be drawn")) }
    }
    return content
  }

  private func pictureMarkup(_ view: ChainView) -> PictureMarkup {
    let picture = view.picture
    var numbers: [String: Int] = [:]
    for (number, card) in picture.cards.enumerated() { numbers[card.id] = number }
    var links: [String: PictureMarkup.LinkFacts] = [:]
    for link in picture.links {
      guard let from = numbers[link.from], let to = numbers[link.to] else { continue }
      links["\(link.from)->\(link.to)"] = PictureMarkup.LinkFacts(
        from: from,
        to: to,
        isGeneral: link.style == .inferred
      )
    }
    return PictureMarkup(label: view.title[language], cards: numbers, links: links) { number in
      // The address of a card is its node's identity behind a hash.
      guard let id = picture.cards[number].link?.dropFirst(), let node = graph.node(id: String(id))
      else { return nil }
      return PictureMarkup.CardFacts(
        mark: mark(node),
        href: choosing(node),
        tokens: tokens(node),
        isOff: !edition.shows(node, address.filter),
        isChosen: address.node == graph.id(of: node)
      )
    }
  }

  func downloads(_ forms: PageAddress.Download...) -> [Content] {
    forms.map { form in
      [
        "form": .text(form.rawValue),
        "formLabel": .text(form == .xlsx ? "Excel" : form.rawValue.uppercased()),
        "href": .text(isReport ? "#" : address.downloaded(as: form).href),
      ]
    }
  }

  // MARK: What it is of

  /// The reference chains of a cluster that uses several, on its panorama: all, or one alone.
  private func chains(_ words: QuestionWords) -> Content? {
    guard words.question == QuestionName.panorama.rawValue,
      let cluster = words.subjects.first.flatMap({ graph.bearers(of: $0).first })
    else { return nil }
    let chains = edition.chains(of: cluster)
    guard !chains.isEmpty else { return nil }
    let shown = words.options[.chain] ?? []
    func link(_ section: ChainSection?, _ label: String, _ count: Int) -> Content {
      [
        "href": .text(href(address.moved(to: panorama(of: cluster, section)))),
        "chainLabel": .text(label), "count": .text(String(count)),
        "isShown": .flag(section.map { shown == [$0.id] } ?? shown.isEmpty),
      ]
    }
    return [
      "chainsLabel": .text(say("参考链", "Reference chain")),
      "links": .list(
        [link(nil, say("全部", "All"), edition.layers[cluster]?.count ?? 0)]
          + chains.map { link($0.section, $0.section.name, $0.count) }
      ),
    ]
  }

  /// A choice among the clusters or the parties, where the view is of one; `nil` for the others.
  private func chooser(_ words: QuestionWords) -> Content? {
    guard let name = QuestionName(word: words.question),
      let subject = name.definition.subjects.first,
      name.definition.subjects.count == 1, !subject.isRepeated
    else { return nil }
    let choices: [NodeIndex]
    switch subject.choice {
    case .kinds([.cluster]): choices = edition.clusters
    case .scope: choices = edition.clusters
    case .party: choices = edition.parties
    default: return nil
    }
    let current = words.subjects.first.flatMap { graph.bearers(of: $0).first }
    var options: [Content] = choices.map { node in
      [
        "value": .text(graph.id(of: node)), "optionLabel": .text(graph.name(of: node)),
        "isCurrent": .flag(node == current),
      ]
    }
    if let current, !choices.contains(current) {
      options.append([
        "value": .text(graph.id(of: current)), "optionLabel": .text(graph.name(of: current)),
        "isCurrent": .flag(true),
      ])
    }
    if subject.isOptional {
      options.insert(
        [
          "value": .text(""), "optionLabel": .text(say("全部", "Everything")),
          "isCurrent": .flag(current == nil),
        ],
        at: 0
      )
    }
    return [
      "chooserLabel": .text(subject.label[language]),
      "action": .text(isReport ? "#" : "/view/" + words.question),
      "path": .text("/view/" + words.question),
      "options": .list(options), "open": .text(say("打开", "Open")),
      "language": .text(address.language?.rawValue), "basis": .text(basis),
    ]
  }
}
