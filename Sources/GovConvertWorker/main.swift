// The process in which pictures are read and, in bulk and stream, pages converted. `govconvert` starts it; what ends
// it costs one picture or one page.
import GovOCR
import GovWorker

serve(pictures: TablePictureReader(), arguments: CommandLine.arguments)
