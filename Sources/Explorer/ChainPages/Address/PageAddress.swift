package import Bilingual
import ChainModel
package import ChainQueries
import Escapes

/// Where a page is, which node is chosen on it and how it is filtered: everything that a link can
/// send. Read from a path and a query, and printed back as one; ``href`` is the same for the same
/// address.
package struct PageAddress: Sendable, Hashable {
  /// Which page.
  package enum Place: Sendable, Hashable {
    /// All clusters: `/`.
    case overview
    /// A view: `/view/panorama?of=…`. Its name is that of a `QuestionName`; of the words of the view,
    /// `kind` and `stage` are left to the filter.
    case view(QuestionWords)
    /// A node and what is around it, by identity: `/node/ID`.
    case node(String)
    /// The home of a leader or a department, by identity: `/home/ID`.
    case home(String)
    /// A node alone, which costs no picture: `/panel/ID`.
    case panel(String)
    /// What a text finds: `/search?q=…`.
    case search(String)
    /// What a text finds, for a search box: `/suggest?q=…` is JSON.
    case suggestions(String)
    /// All lists and pictures there are, to download: `/lists`.
    case lists
  }

  /// A form in which a view or a home is downloaded: the ending of its path.
  package enum Download: String, Sendable, Hashable, CaseIterable {
    /// The picture.
    case svg, png, pdf
    /// The list.
    case xlsx, csv, json

    /// Whether it is the picture that is downloaded, not the list.
    package var isPicture: Bool { [.svg, .png, .pdf].contains(self) }
  }

  /// Which page.
  package var place: Place
  /// The download of a view or a home; `nil` for its page.
  package var download: Download?
  /// The identity of the chosen node.
  package var node: String?
  /// The switches.
  package var filter = PageFilter()
  /// Whether general knowledge is left out: `basis=document`.
  package var isStatedAlone = false
  /// The language asked for; `nil` leaves it to the data set.
  package var language: Language?

  /// The page `place`, nothing chosen on it.
  package init(_ place: Place) { self.place = place }

  /// The view's page.
  package init(_ view: QuestionName, of subjects: [String] = []) {
    place = .view(QuestionWords(view.rawValue, of: subjects))
  }

  /// The address without what a reader changes on one page: the chosen node and the filter. Pages
  /// of one key hold the same picture and the same list.
  package var key: PageAddress {
    var key = self
    key.node = nil
    key.filter = PageFilter()
    return key
  }

  /// The address of the download in a form.
  package func downloaded(as download: Download) -> PageAddress {
    var address = self
    address.download = download
    address.node = nil
    return address
  }

  /// The address with another node chosen.
  package func choosing(_ node: String?) -> PageAddress {
    var address = self
    address.node = node
    return address
  }

  /// The page `place` in the same language and on the same facts.
  func moved(to place: Place) -> PageAddress {
    var address = PageAddress(place)
    address.isStatedAlone = isStatedAlone
    address.language = language
    return address
  }
}

extension PageAddress {
  /// The address as a path and a query, percent-encoded: what a link holds.
  package var href: String {
    let ending = download.map { "." + $0.rawValue } ?? ""
    var query: [(String, String)] = []
    let path: String
    switch place {
    case .overview: path = "/"
    case .lists: path = "/lists"
    case .node(let id): path = "/node/" + PercentEncoding.identity.encoded(id)
    case .home(let id): path = "/home/" + PercentEncoding.identity.encoded(id) + ending
    case .panel(let id): path = "/panel/" + PercentEncoding.identity.encoded(id)
    case .search(let text):
      path = "/search"
      query.append(("q", text))
    case .suggestions(let text):
      path = "/suggest"
      query.append(("q", text))
    case .view(let words):
      path = "/view/" + PercentEncoding.identity.encoded(words.question) + ending
      query += words.subjects.map { ("of", $0) }
      for option in QuestionOption.allCases {
        guard let values = words.options[option] else { continue }
        query += (values.isEmpty ? [""] : values).map { (option.rawValue, $0) }
      }
    }
    query += filter.kinds.map(\.name).sorted().map { ("kind", $0) }
    query += filter.stages.sorted().map { ("stage", $0.rawValue) }
    query += Verdict.allCases.filter(filter.verdicts.contains).map { ("verdict", $0.rawValue) }
    if isStatedAlone { query.append(("basis", "document")) }
    if let language { query.append(("lang", language.rawValue)) }
    if let node { query.append(("node", node)) }
    guard !query.isEmpty else { return path }
    return path + "?"
      + query.map { "\($0.0)=\(PercentEncoding.identity.encoded($0.1))" }.joined(separator: "&")
  }
}
