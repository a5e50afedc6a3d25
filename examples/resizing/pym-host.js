new window.pym.Parent("map", "../../output/paris-texas.html", { title: "The other tower" });
