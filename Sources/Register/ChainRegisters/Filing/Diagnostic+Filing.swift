import Bilingual
import Diagnostics

/// What taking answers in can meet: faults of the workbook beside the data, and what a person should look at.
extension Diagnostic {
  static func missingReviewSheet(
    _ name: BilingualText,
    among others: [String],
    at location: Location
  ) -> Self {
    let list = others.joined(separator: "、")
    return Diagnostic(
      .error,
      code: "missing-sheet",
      message: BilingualText(
        zh: "没有“\(name.zh)”表；有的是：\(list)",
        en: "there is no sheet '\(name.en)'; there are: \(list)"
      ),
      help: BilingualText(
        zh: "表名不要改，表不要删",
        en: "leave the names of the sheets as they are, and the sheets where they are"
      ),
      at: location
    )
  }

  static func lostQuestions(_ lost: Int, of count: Int, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "lost-questions",
      message: BilingualText(
        zh: "“待核定”表原有 \(count) 行，少了 \(lost) 行",
        en: "the sheet of questions had \(count) rows, and \(lost) are gone"
      ),
      help: BilingualText(
        zh: "不判断的行让“判断”空着，不要删；从原来的工作簿补回",
        en: "leave the verdict of a row empty instead of deleting it; bring the rows back"
      ),
      at: location
    )
  }

  static func otherDataset(_ title: String, here: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "other-data-set",
      message: BilingualText(
        zh: "工作簿是为数据集“\(title)”写的，这里是“\(here.zh)”",
        en: "the workbook is of the data set '\(title)', and this is '\(here.en)'"
      ),
      help: BilingualText(
        zh: "用 --dataset 指明那个数据集",
        en: "name that data set with --dataset"
      ),
      at: location
    )
  }

  static func segmentMoved(_ shown: String, _ meant: String, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "segment-moved",
      message: BilingualText(
        zh: "这一行问的是“\(meant)”，环节一列却写着“\(shown)”",
        en: "the row asks about '\(meant)', and its segment is written as '\(shown)'"
      ),
      help: BilingualText(
        zh: "环节一列不要改：这一行判“否”；给应挂的环节加上能找到它的检索词，下次就会问",
        en:
          "leave the segment as it is and decide no; give the right segment a term that finds the firm"
      ),
      at: location
    )
  }

  static func decidedLater(
    _ firm: String,
    _ segment: String,
    _ verdict: BilingualText,
    by: String,
    on date: String,
    at location: Location
  ) -> Self {
    Diagnostic(
      .error,
      code: "decided-later",
      message: BilingualText(
        zh: "“\(firm)”与“\(segment)”后来已由\(by)判断为“\(verdict.zh)”（\(date)），这份工作簿更早",
        en: "'\(firm)' and '\(segment)' were decided '\(verdict.en)' later, by \(by) on \(date)"
      ),
      help: BilingualText(
        zh: "清空这一行的判断；确要改判，写上更晚的判断日期",
        en: "empty the verdict of the row; to change it all the same, give it a later date"
      ),
      at: location
    )
  }

  static func documentSays(_ firm: String, _ segment: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "document-says-so",
      message: BilingualText(
        zh: "判断为否，而文件载有“\(firm)”从事“\(segment)”，数据没有改",
        en: "the verdict is no, and a document states that '\(firm)' operates in '\(segment)': the "
          + "data stay as they are"
      ),
      help: BilingualText(
        zh: "核实哪一个是对的；文件不再作准的，在数据集中删去这条关系",
        en: "find out which is right; where the document no longer holds, remove the relation"
      ),
      at: location
    )
  }

  static func firmIsHere(_ firm: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "firm-is-here",
      message: BilingualText(
        zh: "“\(firm)”是本地企业，没有写成目标企业",
        en: "'\(firm)' is a local enterprise, and is not written as a target"
      ),
      at: location
    )
  }

  static func firmIsLocalNow(_ firm: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "firm-is-local-now",
      message: BilingualText(
        zh: "“\(firm)”原记为外地企业，本地名录中有它，改记为本地企业",
        en:
          "'\(firm)' was marked as of elsewhere, and is in a register of here: it counts as local now"
      ),
      at: location
    )
  }

  static func unknownController(_ name: String, of firm: String, at location: Location) -> Self {
    Diagnostic(
      .warning,
      code: "unknown-controller",
      message: BilingualText(
        zh: "“\(firm)”的控股方“\(name)”不是数据集中的企业，没有写入",
        en: "'\(name)', who controls '\(firm)', is no enterprise of the data set and is not written"
      ),
      at: location
    )
  }

  static func differsFromData(
    _ firm: String,
    _ attributes: BilingualText,
    at location: Location
  ) -> Self {
    Diagnostic(
      .warning,
      code: "differs-from-data",
      message: BilingualText(
        zh: "“\(firm)”的\(attributes.zh)，名录与数据集不同，数据集没有改",
        en: "the register differs from the data set on '\(firm)' (\(attributes.en)): the data stay"
      ),
      help: BilingualText(
        zh: "名录说得对的，在数据集中改过来",
        en: "where the register is right, change the data set"
      ),
      at: location
    )
  }

  static func filingDoesNotFit(_ reason: BilingualText, at location: Location) -> Self {
    Diagnostic(
      .error,
      code: "filing-does-not-fit",
      message: BilingualText(
        zh: "写入后的数据集会有错：\(reason.zh)",
        en: "the data set would be faulty: \(reason.en)"
      ),
      at: location
    )
  }
}
