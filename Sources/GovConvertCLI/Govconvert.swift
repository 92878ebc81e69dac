import ArgumentParser

@main
struct Govconvert: ParsableCommand {
}
