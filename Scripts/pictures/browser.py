"""A headless Chromium that is asked over pipes (DevTools protocol), so that one process draws every picture."""

import base64
import json
import os
import subprocess


class Browser:
    def __init__(self):
        ask, self.write = os.pipe()
        self.read, answer = os.pipe()
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                   "--force-color-profile=srgb", "--remote-debugging-pipe", "about:blank"]
        # Chromium reads commands from descriptor 3 and answers on 4.
        launch = f'exec "$@" 3<&{ask} 4>&{answer}'
        self.process = subprocess.Popen(["bash", "-c", launch, "bash"] + command, pass_fds=(ask, answer),
                                        stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        os.close(ask)
        os.close(answer)
        self.left, self.number, self.session = b"", 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.frame = self.call("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return answer["result"]

    def message(self):
        while b"\0" not in self.left:
            block = os.read(self.read, 1 << 20)
            if not block:
                raise RuntimeError("chromium has gone")
            self.left += block
        first, self.left = self.left.split(b"\0", 1)
        return json.loads(first)

    def picture(self, html, selector="#picture", scale=1.0):
        """The PNG bytes of the element, `scale` device pixels for one CSS pixel."""
        self.call("Page.setDocumentContent", frameId=self.frame, html=html)
        script = ("document.fonts.ready.then(() => { const b = document.querySelector('%s').getBoundingClientRect();"
                  "return JSON.stringify([b.x, b.y, b.width, b.height]); })" % selector)
        box = self.call("Runtime.evaluate", expression=script, awaitPromise=True)["result"]["value"]
        x, y, width, height = json.loads(box)
        shot = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True,
                         clip={"x": x, "y": y, "width": width, "height": height, "scale": scale})
        return base64.b64decode(shot["data"])

    def close(self):
        self.process.terminate()
        self.process.wait()
