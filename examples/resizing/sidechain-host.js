// Sidechain gives its frame no name; screen readers want one.
document.querySelector("side-chain").iframe.title = "The other tower";
