import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

extension PageContext {
  /// The page around a view: search, tree, tabs, panel.
  func frame(title: String, main: Markup, panel: Markup, query: String = "") -> Content {
    let dataset = edition.dataset
    let other: Language = language == .zh ? .en : .zh
    var translated = address
    translated.language = other
    return [
      "htmlLanguage": .text(language == .zh ? "zh-CN" : "en"), "title": .text(title),
      "site": .text(dataset.title[language]), "home": .text(href(address.moved(to: .overview))),
      "isServed": .flag(!isReport), "isReport": .flag(isReport),
      "language": .text(address.language?.rawValue), "basis": .text(basis),
      "translation": .text(href(translated)),
      "translationLabel": .text(other == .zh ? "中文" : "English"),
      "translationLanguage": .text(other == .zh ? "zh-CN" : "en"),
      "query": .text(query), "key": .text(address.key.href), "main": .markup(main),
      "tabs": .list(tabs()), "tree": .list(tree()), "panel": .markup(panel),
      "hasPanel": .flag(!panel.html.isEmpty), "hasNoPanel": .flag(panel.html.isEmpty),
      "source": .text(source), "say": .part(frameWords),
    ]
  }

  var basis: String? { address.isStatedAlone ? "document" : nil }

  private var source: String {
    let names = edition.dataset.documents.map { graph.name(of: $0) }
      .joined(separator: say("、", ", "))
    return say("来源：\(names)（\(edition.dataset.date)）", "Source: \(names) (\(edition.dataset.date))")
  }

  private var frameWords: Content {
    [
      "skip": .text(say("跳到正文", "Skip to the content")), "menu": .text(say("目录", "Contents")),
      "search": .text(say("搜索", "Search")),
      "hint": .text(say("名称、别名或拼音首字母，按 / 开始", "Name, alias or pinyin initials; press /")),
      "found": .text(say("搜索结果", "What was found")), "views": .text(say("视图", "Views")),
      "nothing": .text(say("没有找到", "Nothing found")), "theme": .text(say("深浅色", "Dark or light")),
      "panel": .text(say("所选对象", "The chosen node")), "print": .text(say("打印", "Print")),
      "close": .text(say("关闭", "Close")),
      "failed": .text(say("没有读到这一页，请重试", "The page could not be read; try again")),
      "sort": .text(say("排序", "Sort")), "rows": .text(say("共 # 条", "# rows")),
      "some": .text(say("# / ## 条", "# of ## rows")),
    ]
  }

  // MARK: Tabs

  /// The cluster or the party that the page is about, which a tab keeps where it can.
  private var subject: NodeIndex? {
    switch address.place {
    case .view(let words): words.subjects.first.flatMap { graph.bearers(of: $0).first }
    case .home(let id): graph.node(id: id)
    default: nil
    }
  }

  private func tabs() -> [Content] {
    let cluster = subject.flatMap { edition.clusters.contains($0) ? $0 : edition.homes[$0] }
    let ofCluster = cluster.map { [graph.id(of: $0)] } ?? []
    let first = ofCluster.isEmpty ? edition.clusters.prefix(1).map { graph.id(of: $0) } : ofCluster
    let party = subject.flatMap { edition.parties.contains($0) ? [graph.id(of: $0)] : nil } ?? []
    let tabs: [(BilingualText, PageAddress.Place)] = [
      (BilingualText(zh: "总览", en: "Overview"), .overview),
      (BilingualText(zh: "全景图", en: "Panorama"), PageAddress(.panorama, of: first).place),
      (BilingualText(zh: "缺链", en: "Gaps"), PageAddress(.gaps, of: ofCluster).place),
      (
        BilingualText(zh: "责任", en: "Responsibility"),
        PageAddress(.responsibility, of: ofCluster).place
      ), (BilingualText(zh: "职责", en: "Duties"), PageAddress(.duties, of: party).place),
      (BilingualText(zh: "省市对接", en: "Alignment"), PageAddress(.alignment).place),
      (BilingualText(zh: "项目", en: "Projects"), PageAddress(.projects, of: ofCluster).place),
      (BilingualText(zh: "清单", en: "Lists"), .lists),
    ]
    return tabs.compactMap { label, place in
      if case .view(let words) = place, words.question == QuestionName.panorama.rawValue,
        words.subjects.isEmpty
      {
        return nil
      }
      return [
        "label": .text(label[language]), "href": .text(href(address.moved(to: place))),
        "isHere": .flag(isSameView(place)),
      ]
    }
  }

  private func isSameView(_ place: PageAddress.Place) -> Bool {
    if case .view(let words) = address.place, case .view(let others) = place {
      return words.question == others.question
    }
    return place == address.place
  }
}
