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

  /// What failed, in words of our own: what the library says, ``description``, is for those who mend
  /// programs.
  public var message: BilingualText {
    switch self {
    case .picture, .theme:
      BilingualText(zh: "画图失败：\(description)", en: "drawing failed: \(description)")
    case .library:
      BilingualText(
        zh: "画图失败：画图用的 Graphviz 不能用，或内存不足",
        en: "drawing failed: the library Graphviz cannot be used, or memory has run out"
      )
    case .layout: BilingualText(zh: "画图失败：排不出版面", en: "drawing failed: no layout was found")
    case .output(let format, _):
      BilingualText(
        zh: "画图失败：写不出 \(format)",
        en: "drawing failed: it cannot be written as \(format)"
      )
    }
  }

  /// What to do.
  public var help: BilingualText? {
    switch self {
    case .picture, .theme, .library: nil
    case .layout:
      BilingualText(zh: "缩小范围再画", en: "draw a part of it")
    case .output:
      BilingualText(zh: "缩小范围，或画成 SVG", en: "draw a part of it, or an SVG")
    }
  }

  /// Pictures are made by the program itself, so it is the machine that fails.
  public var cause: ErrorCause { .machine }
}
