import Bilingual
import ChainModel
import ChainViews
import GraphKernel

extension PageContext {
  /// What a search found.
  func results(of text: String, _ hits: [SearchHit]) -> Markup {
    Templates.render(
      "search",
      [
        "heading": .text(say("搜索“\(text)”", "Search for '\(text)'")),
        "countLabel": .text(
          hits.isEmpty
            ? say("没有找到", "Nothing found") : say("找到 \(hits.count) 个", "\(hits.count) found")
        ),
        "hits": .list(
          hits.compactMap { hit in
            // Pages of what documents state may lack what was found.
            guard let node = graph.node(id: hit.id) else { return nil }
            return [
              "href": .text(href(home(of: node))), "name": .text(graph.name(of: node)),
              "kind": .text(kindLabel(node)), "match": .text(hit.match.label[language]),
              "aliases": .text(graph.aliases(of: node).joined(separator: say("、", ", "))),
            ]
          }
        ),
      ]
    )
  }

  /// All lists there are, each with its downloads.
  func catalogue(_ pages: [CataloguePage]) -> Markup {
    let rows = pages.map { page -> Content in
      let here = PageContext(
        edition: edition,
        address: page.address,
        language: language,
        isReport: isReport
      )
      return [
        "href": .text(href(page.address)), "listTitle": .text(page.listTitle[language]),
        "viewLabel": .text(page.sort[language]),
        "listForms": .list(
          isReport ? here.downloads(.xlsx, .csv) : here.downloads(.xlsx, .csv, .json)
        ),
        "page": .text(isReport ? page.address.href : nil),
        "pictureForms": .list(page.hasPicture ? here.downloads(.svg, .png, .pdf) : []),
      ]
    }
    return Templates.render(
      "lists",
      [
        "heading": .text(say("清单与图", "Lists and pictures")),
        "countLabel": .text(say("共 \(rows.count) 份", "\(rows.count) of them")),
        "rows": .list(rows), "isServed": .flag(!isReport),
        "say": .part([
          "list": .text(say("名称", "Name")), "sort": .text(say("种类", "Sort")),
          "lists": .text(say("下载清单", "Download the list")),
          "pictures": .text(say("下载图", "Download the picture")),
          "sieve": .text(say("筛选清单", "Filter the list")),
        ]),
      ]
    )
  }

  /// What is wrong.
  func fault(_ fault: PageFault) -> Markup {
    Templates.render(
      "fault",
      [
        "heading": .text(
          fault.status == 404
            ? say("没有找到", "Not found") : say("打不开这一页", "This page cannot be shown")
        ), "fault": .text(fault.message[language]),
        "homeHref": .text(href(address.moved(to: .overview))),
        "homeLabel": .text(say("回到总览", "Back to the overview")),
      ]
    )
  }
}
