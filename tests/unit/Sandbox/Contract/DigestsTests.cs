using Xunit;

namespace Dashboard.UnitTests.Sandbox.Contract;

/// <summary>The measure itself, on a digest of two operations: it must see each kind of mistake.</summary>
public sealed class DigestsTests
{
    private const string Tasks = """
        {"operations": [
          {"method": "GET", "path": "/crm/v3/objects/tasks", "params": ["query limit: integer:int32 default=10", "query archived: boolean default=False"], "responses": {"200": "Page", "default": "Error"}},
          {"method": "PATCH", "path": "/crm/v3/objects/tasks/{id}", "body": {"application/json": "Input"}, "responses": {"200": "Task", "default": "Error"}}],
         "schemas": {
          "Page": {"results*": "[Task]"},
          "Task": {"id*": "string", "state": "string enum(OPEN|DONE)", "properties*": "map<string>", "at": "string:date-time"},
          "Input": {"properties*": "map<string>", "state": "string enum(OPEN|DONE)"},
          "Error": {"category*": "string", "correlationId*": "string", "message*": "string"}}}
        """;

    private static readonly Digests Two = new([Digest.Read(Tasks)]);

    [Theory]
    [InlineData("GET", "/crm/v3/objects/tasks", "?limit=5&archived=true", "", 200, """{"results":[{"id":"1","properties":{"a":null},"state":"OPEN"}]}""")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", """{"properties":{"a":"1"}}""", 200, """{"id":"1","properties":{},"at":"2026-11-25T10:00:00.000Z"}""")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", """{"nonsense":1}""", 400, """{"status":"error","category":"VALIDATION_ERROR","correlationId":"c","message":"m"}""")]
    public void What_the_document_says_passes(string method, string path, string query, string asked, int status, string answered) =>
        Assert.Empty(Two.Breaches(new Exchange(method, path, query, asked, status, answered)));

    [Theory]
    [InlineData("GET", "/crm/v3/objects/task", "", "", 200, "{}", "there is no such operation")]
    [InlineData("POST", "/crm/v3/objects/tasks", "", "", 200, "{}", "there is no such operation")]
    [InlineData("GET", "/crm/v3/objects/tasks", "?size=5", "", 200, """{"results":[]}""", "parameter size is unknown")]
    [InlineData("GET", "/crm/v3/objects/tasks", "?archived=yes", "", 200, """{"results":[]}""", "parameter archived: yes is no boolean default=False")]
    [InlineData("GET", "/crm/v3/objects/tasks", "", "", 201, """{"results":[]}""", "status 201 is unknown")]
    [InlineData("GET", "/crm/v3/objects/tasks", "", "", 200, """{"results":[{"id":1,"properties":{}}]}""", "answer.results[0].id: 1 is no string")]
    [InlineData("GET", "/crm/v3/objects/tasks", "", "", 200, """{"results":[{"id":"1"}]}""", "answer.results[0].properties is missing")]
    [InlineData("GET", "/crm/v3/objects/tasks", "", "", 200, """{"results":[],"more":true}""", "answer.more is unknown")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", """{"property":{}}""", 200, """{"id":"1","properties":{}}""", "request.property is unknown")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", """{"properties":{"a":1}}""", 200, """{"id":"1","properties":{}}""", "request.properties.a: 1 is no string")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", """{"state":"LOST"}""", 200, """{"id":"1","properties":{}}""", "request.state: \"LOST\" is no string enum(OPEN|DONE)")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", "{}", 200, """{"id":"1","properties":{},"state":"LOST","at":"soon"}""", "answer.state: \"LOST\" is no string enum(OPEN|DONE)")]
    [InlineData("PATCH", "/crm/v3/objects/tasks/1", "", "{}", 404, """{"message":"m","correlationId":"c"}""", "answer.category is missing")]
    public void What_it_does_not_say_is_a_breach(string method, string path, string query, string asked, int status, string answered, string breach) =>
        Assert.Contains($"{method} {path}{query} → {status}: {breach}", Two.Breaches(new Exchange(method, path, query, asked, status, answered)));
}
