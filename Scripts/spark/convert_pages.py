"""Spark job: pages as JSON lines in, conversions as JSON lines or Parquet out. One record out per record in.

    spark-submit Scripts/spark/convert_pages.py INPUT OUTPUT [--format json|parquet] [--partitions N]
        [--govconvert /usr/local/bin/govconvert] [--ocr tesseract|none] [--path-root FOLDER]

INPUT is anything that Spark reads as text: a file, a folder, hdfs://, s3a://; each line is a page as `govconvert stream`
takes it: {"id", "html" | "html_b64" | "path" | "text", "url"?, "encoding"?, "images"?: {name: base64}}. govconvert and
govconvert-worker are installed on every node, at the same path. A `path` must lie below the folder of --path-root, which
every node sees.

How it holds together:
- `RDD.pipe` runs one `govconvert stream` per partition. A page that crashes, hangs or exhausts memory ends a worker of
  that stream and becomes a line with an error; the partition goes on.
- `checkCode=True` makes a stream that did not end by itself a failed task, which Spark runs again: no partition can be
  cut short unnoticed. Exit code 6 (a Debian package is missing) fails the job: install it on the node.
- Executors and drivers may die: a lost task runs again elsewhere; a job that is submitted again starts from INPUT and
  replaces OUTPUT.
- Make partitions of one to ten minutes: what an executor loses is at most that.
"""
import argparse
import shlex

from pyspark.sql import SparkSession
from pyspark.sql import functions


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--format", choices=["json", "parquet"], default="json")
    parser.add_argument("--partitions", type=int, default=0, help="default: Spark's")
    parser.add_argument("--govconvert", default="/usr/local/bin/govconvert")
    parser.add_argument("--ocr", choices=["tesseract", "none"], default="tesseract")
    parser.add_argument("--path-root")
    arguments = parser.parse_args()

    spark = SparkSession.builder.appName("govconvert").getOrCreate()
    lines = spark.sparkContext.textFile(arguments.input)
    if arguments.partitions:
        lines = lines.repartition(arguments.partitions)
    command = f"{shlex.quote(arguments.govconvert)} stream --ocr {arguments.ocr}"
    if arguments.path_root:
        command += f" --path-root {shlex.quote(arguments.path_root)}"
    records = lines.pipe(command, checkCode=True)
    rows = spark.createDataFrame(records.map(lambda line: (line,)), "json string")
    if arguments.format == "json":
        rows.write.mode("overwrite").text(arguments.output)
    else:
        columns = {
            "id": "$.id", "status": "$.status", "error": "$.error.code", "agency": "$.report.agency",
            "year": "$.report.year", "form": "$.report.form"}
        fields = [functions.get_json_object("json", path).alias(name) for name, path in columns.items()]
        rows.select(*fields, "json").write.mode("overwrite").parquet(arguments.output)
    spark.stop()


main()
