// What becomes of an order: WordPress is asked once the box is unfolded, and when a button is pressed.
addEventListener("load", () => {
  const box = document.getElementById("afterword-ask");
  const [text, link, ...buttons] = box.querySelectorAll("p:first-child, a, button");
  const call = async (pressed) => {
    for (const button of buttons) button.disabled = true;
    const body = new URLSearchParams({ ...box.dataset, do: pressed ? pressed.value : "" });
    const answer = await fetch(ajaxurl, { method: "POST", body })
      .then((said) => (said.ok ? said.json() : Promise.reject()))
      .catch(() => ({ text: text.dataset.failed }));
    text.textContent = answer.text;
    for (const button of buttons) button.disabled = false;
    if ("url" in answer) {
      link.href = answer.url;
      for (const part of [link, ...buttons]) part.classList.toggle("hidden", !answer[part.value || "url"]);
    }
    // The focus went when the button was disabled.
    if (pressed) (pressed.offsetHeight ? pressed : text).focus();
  };
  for (const button of buttons) button.onclick = () => call(button);
  // What is folded has no size.
  new ResizeObserver((_, sizes) => box.offsetHeight && (sizes.disconnect(), call())).observe(box);
});
