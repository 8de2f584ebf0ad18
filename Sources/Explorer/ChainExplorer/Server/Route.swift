internal import ChainPages

/// The sorts of addresses; the raw value names them in the metrics.
enum Route: String, Sendable {
  /// A page or a part of one.
  case page
  /// A view or a home as a file.
  case view
  case style
  case script
  case icon
  /// What a text finds, as a page or for a search box.
  case search
  case api
  case health
  case metrics
  case refused

  init(_ target: RequestTarget) {
    switch target.path.first {
    case "view", "home":
      self = target.path.count == 2 && target.path[1].contains(".") ? .view : .page
    case "search", "suggest": self = .search
    case "explorer.css" where target.path.count == 1: self = .style
    case "explorer.js" where target.path.count == 1: self = .script
    case "explorer.svg" where target.path.count == 1: self = .icon
    case "api": self = .api
    case "health" where target.path.count == 1: self = .health
    case "metrics" where target.path.count == 1: self = .metrics
    default: self = .page
    }
  }

  /// Whether the reply depends on the state of the data and the address alone.
  var isKept: Bool { ![.health, .metrics, .refused].contains(self) }
}
