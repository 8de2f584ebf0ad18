public import Bilingual
public import Diagnostics

/// Why a picture could not be drawn.
public enum RenderError: LiantuError, Equatable, CustomStringConvertible {
  /// The picture contradicts itself: an id used twice, a link to a card that is not there.
  case picture(String)

  /// The theme holds a value that cannot be drawn with.
  case theme(String)

  /// The library could not be started, or ran out of memory; with its words.
  case library(String)

  /// No layout was found; with the library's words.
  case layout(String)

  /// The layout could not be written in a format; with the library's words.
  case output(format: String, String)

  /// The reason in one line or more, for people.
  public var description: String {
    switch self {
    case .picture(let reason): "picture: \(reason)"
    case .theme(let reason): "theme: \(reason)"
    case .library(let reason): "graphviz: \(reason)"
    case .layout(let reason): "layout: \(reason)"
    case .output(let format, let reason): "\(format): \(reason)"
    }
  }

  /// A stable name.
  public var code: String {
    switch self {
    case .picture: "bad-picture"
    case .theme: "bad-theme"
    case .library: "graphviz-failed"
    case .layout: "no-layout"
    case .output: "no-output"
    }
  }

  /// The reason, which is English, after a word in the reader's language.
  public var message: BilingualText {
    BilingualText(zh: "画图失败：\(description)", en: "drawing failed: \(description)")
  }

  /// Pictures are made by the program itself, so it is the machine that fails.
  public var cause: ErrorCause { .machine }
}
