// Opens Swagger UI on the document that the page names.

const docs = document.getElementById("docs");
SwaggerUIBundle({
  url: docs.dataset.document,
  domNode: docs,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
  validatorUrl: null,
});
