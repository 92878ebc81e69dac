import CLinux
import Glibc
import GovConvert
import GovWriters

/// Runs this process as a worker, with a picture reader and the conversion of pages: answers what comes on the line
/// until the command is gone, then ends the process.
///
/// `arguments` are those of the process; after its name stand the memory limit in bytes and the version of the command. A
/// worker of another version ends at once with `WorkerSettings.otherVersion`. Started by hand, with no line, it says so
/// on standard error and exits with 2.
public func serve(
  pictures: any PictureReader, arguments: [String],
  convert: (Converter, Input) throws(ConversionError) -> Conversion = { try $0.convert($1) }
) -> Never {
  guard arguments.count == 3, let memory = UInt64(arguments[1]), isLine(lineDescriptor) else {
    let words = "govconvert-worker is started by govconvert; alone it has nothing to do\n"
    _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    exit(2)
  }
  guard arguments[2] == Tool.name else { exit(WorkerSettings.otherVersion) }
  WorkerLog.begin()
  linux_limit(Int32(linux_limit_data), memory)
  linux_limit(Int32(linux_limit_core), 0)
  keepFreedMemory(32 << 20)
  linux_tell_memory_on_crash()
  keepLogShort()
  leaveWithTheCommand()
  let line = Line()
  do throws(ChannelError) {
    while true {
      try line.channel.send(answer(try line.channel.receive(Request.self), pictures, line, convert))
    }
  } catch {
    // The command is gone, or it has no more work.
    exit(0)
  }
}

private func answer(
  _ request: Request, _ pictures: any PictureReader, _ line: Line,
  _ convert: (Converter, Input) throws(ConversionError) -> Conversion
) -> Reply {
  switch request {
  case .picture(let picture, let templates):
    return .picture(Result { () throws(PictureError) in try pictures.read(picture, templates: templates) })
  case .document(let job):
    return .document(answer(job, pictures, line, convert))
  case .resource:
    // Nothing was asked; the command has lost its place.
    exit(2)
  }
}

private func answer(
  _ job: DocumentJob, _ pictures: any PictureReader, _ line: Line,
  _ convert: (Converter, Input) throws(ConversionError) -> Conversion
) -> DocumentAnswer {
  var options = job.options
  if job.readsPictures || !job.condemned.isEmpty {
    options.pictureReader = StagedReader(pictures: pictures, line: line, job: job)
  }
  do throws(ConversionError) {
    let conversion = try convert(Converter(options: options), job.input(resources: LineResources(line: line)))
    return DocumentAnswer(conversion, withRows: job.wantsRows)
  } catch {
    return DocumentAnswer(error)
  }
}

private func isLine(_ descriptor: Int32) -> Bool {
  var status = stat()
  return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
}

/// What libraries print goes to a file in memory; one that prints for ever must not fill it.
private func keepLogShort() {
  signal(SIGXFSZ, SIG_IGN)
  linux_limit(Int32(linux_limit_file), 1 << 20)
}

/// Ends this process as soon as the command's end of the line is closed, whatever the main thread is doing.
///
/// `PR_SET_PDEATHSIG` is no good for this: it fires when the *thread* that started the process ends.
private func leaveWithTheCommand() {
  var thread = pthread_t()
  pthread_create(
    &thread, nil,
    { _ in
      var entry = pollfd(fd: lineDescriptor, events: 0, revents: 0)
      while poll(&entry, 1, -1) <= 0 {}
      _exit(0)
    }, nil)
}
