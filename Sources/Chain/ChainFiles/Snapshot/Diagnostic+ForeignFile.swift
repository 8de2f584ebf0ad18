import Bilingual
import Diagnostics

/// What to do with a file that is no data set.
extension Diagnostic {
  /// Which command takes a file, by the ending of its name; `nil` for one that no command takes.
  static func command(taking path: String) -> BilingualText? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "xlsx":
      return BilingualText(
        zh: "这是工作簿：export workbook 写出的用 liantu import workbook，名录等表格用 liantu import csv",
        en: "this is a workbook: liantu import workbook takes what export workbook wrote, and "
          + "liantu import csv registers and other tables"
      )
    case "xls", "et", "xlsb", "ods":
      return BilingualText(
        zh: "这是别的格式的工作簿：先在 Excel 或 WPS 里另存为 .xlsx，再用 liantu import workbook 或 import csv",
        en: "this is a workbook of another format: save it as .xlsx in Excel or WPS, for "
          + "liantu import workbook or import csv"
      )
    case "csv": return reading(by: "import csv")
    case "json", "jsonl": return reading(by: "import jsongraph")
    case "graphml", "gexf": return reading(by: "import graphml")
    case "docx", "txt": return reading(by: "import policy")
    default: return nil
    }
  }

  private static func reading(by command: String) -> BilingualText {
    BilingualText(
      zh: "先用 liantu \(command) 读成数据集",
      en: "make a data set of it with liantu \(command)"
    )
  }
}
