export default () => <h1 tabIndex={-1}>reviews</h1>;
