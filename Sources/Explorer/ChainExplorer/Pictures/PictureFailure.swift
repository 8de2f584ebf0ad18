internal import Diagnostics
internal import Bilingual

/// Why there is no picture; another try may well succeed.
enum PictureFailure: LiantuError, Equatable {
  /// Too many wait already.
  case busy
  /// It took too long.
  case late
  /// The process died by a signal, or of want of memory.
  case died(String)
  /// The process said that it could not draw it.
  case undrawable(String)

  var reason: String {
    switch self {
    case .busy: "busy"
    case .late: "late"
    case .died: "died"
    case .undrawable: "undrawable"
    }
  }

  var code: String { "picture-" + reason }
  var cause: ErrorCause { .machine }

  /// What readers are told; the details are in the log.
  var message: BilingualText {
    switch self {
    case .busy:
      BilingualText(zh: "要画的图太多，请稍后再试", en: "too many pictures are being drawn; try again soon")
    case .late:
      BilingualText(
        zh: "这幅图没有在时限内画完；请缩小范围",
        en: "the picture was not done in time; narrow the question"
      )
    case .died:
      BilingualText(
        zh: "画这幅图的进程中途退出，请再试一次",
        en: "the process that drew the picture died; try again"
      )
    case .undrawable: BilingualText(zh: "这幅图画不出来", en: "the picture cannot be drawn")
    }
  }
}
