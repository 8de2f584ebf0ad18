import ArgumentParser
import Bilingual
import ChainExchange
import ChainLoop
import ChainModel
import ProgressLoop

/// What is asked of a database: by what was known items stand, and whether it may take another's place.
struct DatabaseOptions: ExportFormatOptions {
  @OptionGroup var days: LoopOptions
  @Flag(
    help: ArgumentHelp(
      say(
        "覆盖已有的数据库，其中别人加的内容不再保留",
        "overwrite a database that is there, and what others added to it"
      )
    )
  )
  var force = false

  func check(_ output: String?) throws {
    if output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(
        say(
          "数据库不能显示在终端上；用 -o 图谱.sqlite 写到文件",
          "a database cannot be shown on a terminal; write it to a file with -o graph.sqlite"
        )
      )
    }
    guard let output, !force, OutputFile.isRegular(output) else { return }
    throw ValidationError(
      say(
        "\(output) 已存在，可能有人在里面加过视图；换一个文件名，或用 --force 覆盖",
        "\(output) is there already, and somebody may have added views to it: name another file, or "
          + "overwrite it with --force"
      )
    )
  }

  func set(_ options: inout ExchangeOptions, for session: Session) throws(Failure) {
    // A part of the data set stands as the whole does: lines on what is left out are no faults.
    let loop = try session.loop()
    let day = session.askedDay.map { Day(asked: $0) } ?? loop.defaultDay
    options.progress = ReportedProgress(
      loop.loop,
      at: day,
      known: days.known.map { Day(asked: $0) }
    )
  }
}
