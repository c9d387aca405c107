using Dashboard.Application.Links;
using Dashboard.Application.Tasks;

namespace Dashboard.Web.Features.Records;

/// <summary>A task on a record's page, and the other record it is a task of; null for the page's own.</summary>
public sealed record RelatedLine(CrmTask Task, RelatedRecord? Via);
