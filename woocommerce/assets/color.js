// The stars of the list get the theme's color of stars, unless a style sheet sets --afterword-star.
(function () {
  var page = document.documentElement;
  if (getComputedStyle(page).getPropertyValue("--afterword-star")) return;
  var sample = document.createElement("div");
  sample.className = "woocommerce";
  sample.style.cssText = "position:absolute;visibility:hidden";
  sample.innerHTML = '<div class="star-rating"><span></span></div>';
  document.body.appendChild(sample);
  page.style.setProperty("--afterword-star", getComputedStyle(sample.firstChild.firstChild, "::before").color);
  sample.remove();
})();
